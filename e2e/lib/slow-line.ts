import type { BrowserContext } from 'playwright-core';

/** Lets everything that pages send over the collaboration socket arrive so many milliseconds late, in order. */
export async function slowLine(browser: BrowserContext, latency: number): Promise<void> {
  await browser.routeWebSocket(/\/api\/collaboration/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      setTimeout(() => server.send(message), latency);
    });
  });
}
