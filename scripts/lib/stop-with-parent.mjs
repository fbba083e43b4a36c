// Loaded before the API and the reader: when the supervisor is killed, they end in good order by themselves.
if (process.connected) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 15_000).unref();
  });
  process.channel?.unref();
}
