/** What `load-demo.js` says, as one line of JSON. */
interface DemoOutcome {
  loaded: boolean;
  signIn: { password: string; people: { email: string; name: string; role: string }[] } | null;
}

/** Tells the person at the terminal how to sign in; empty when the newsroom has people of its own. */
export function describeSignIn(output: string): string {
  const line = output.split('\n').find((text) => text.startsWith('{'));
  if (line === undefined) return output;
  const { signIn } = JSON.parse(line) as DemoOutcome;
  if (!signIn) return '';
  const width = Math.max(...signIn.people.map(({ email }) => email.length));
  const people = signIn.people.map(
    ({ email, name, role }) => `  ${email.padEnd(width)}  ${name}, ${role.replaceAll('_', ' ')}`,
  );
  return [`The demo newsroom. Everybody signs in with the password ${signIn.password}`, ...people].join('\n');
}
