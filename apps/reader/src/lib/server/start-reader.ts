import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ApiClient } from './api-client.ts';
import { ChangeFollower } from './change-follower.ts';
import type { Env } from './env.ts';
import { isDrawnAddress, renderDrawn } from './drawn-pictures.ts';
import { faultPage } from './fault-page.ts';
import { renderMedia } from './media-rendering.ts';
import { Newsroom } from './newsroom.ts';
import { renderPage, type PageMaker, type PageRenderer } from './page-rendering.ts';
import { PageFrame } from './page-frame.ts';
import { dayKey } from './page-reading.ts';
import { FileDates } from './page-store/file-dates.ts';
import { PageStore } from './page-store/page-store.ts';
import { createReaderServer } from './reader-server.ts';
import { fileHeaders, securityHeaders } from './security-headers.ts';
import { loadStaticFiles } from './static-files.ts';
import { clientNetwork } from './views/client-network.ts';
import { startCounting } from './views/start-counting.ts';
import { watchDay } from './watch-day.ts';

export interface ReaderSetup {
  env: Env;
  maker: PageMaker;
  /** Folder of SvelteKit's build. */
  build: string;
  api: ApiClient;
}

export interface RunningReader {
  port: number;
  /** Finishes the requests under way, then lets go of everything. */
  stop: () => Promise<void>;
}

const megabyte = 1024 * 1024;
/** For pages of results, the latest asked for. */
const searchMegabytes = 8;
/** Searches that may be under way; more are asked to come again. */
const searchesAtOnce = 100;
/** Milliseconds that requests under way may take at the end. */
const farewell = 10_000;

/** Puts the parts together and listens. */
export async function startReader({ env, maker, build, api }: ReaderSetup): Promise<RunningReader> {
  const files = await loadStaticFiles(path.join(build, 'client'), fileHeaders(env.SITE_URL));
  const frame = new PageFrame(files);
  const security = securityHeaders(env.SITE_URL, env.EDITOR_URL, frame.stylesHash);
  const sheets = [...files.keys()].filter((address) => address.endsWith('.css'));
  const newsroom = new Newsroom(api, { readerToken: env.READER_TOKEN });
  const renderer: PageRenderer = {
    maker,
    newsroom,
    siteUrl: env.SITE_URL,
    security,
    frame,
    dates: new FileDates(),
    faultPage: (address, status) => faultPage(address, status, sheets, newsroom.lastSite),
  };
  const pages = new PageStore({
    render: (address) => renderPage(renderer, address),
    maxBytes: env.PAGE_STORE_MB * megabyte,
  });
  const media = new PageStore({
    render: (address) => (isDrawnAddress(address) ? renderDrawn : renderMedia)(api, address, security.file),
    maxBytes: env.MEDIA_STORE_MB * megabyte,
  });
  const searches = new PageStore({
    render: (address) => renderPage(renderer, address),
    maxBytes: searchMegabytes * megabyte,
    maxPending: searchesAtOnce,
  });
  const follower = followChanges(env, newsroom, [pages, media, searches]);
  const endDayWatch = watchDay({
    timeZone: () => newsroom.lastSite?.timeZone ?? null,
    onDay: () => {
      searches.change([dayKey]);
    },
    onYear: () => {
      pages.markAllStale();
      searches.markAllStale();
    },
  });
  const counting = startCounting({
    newsroom,
    onChange: (keys) => {
      pages.change(keys);
    },
    every: env.VIEW_BATCH_SECONDS * 1000,
  });
  const server = createReaderServer({
    pages,
    media,
    searches,
    files,
    security,
    apiUrl: api.url,
    views: { counter: counting.counter, network: clientNetwork(env.TRUSTED_PROXIES) },
    renderOnce: (address) => renderPage(renderer, address),
    faultPage: renderer.faultPage,
    onError: (error, address) => {
      console.error(`${address}: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      follower.stop();
      endDayWatch();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timer = setTimeout(() => {
        server.closeAllConnections();
      }, farewell);
      await closed;
      clearTimeout(timer);
      await counting.stop();
      api.close();
    },
  };
}

/** What the newsroom keeps is forgotten before the pages that would be made from it. */
function followChanges(env: Env, newsroom: Newsroom, stores: readonly PageStore[]): ChangeFollower {
  const follower = new ChangeFollower({
    url: env.API_URL,
    checkEvery: env.CHANGE_CHECK_SECONDS * 1000,
    onChange: (keys) => {
      newsroom.forget(keys);
      for (const store of stores) store.change(keys);
    },
    onGap: () => {
      newsroom.forgetAll();
      for (const store of stores) store.markAllStale();
    },
  });
  follower.start();
  return follower;
}
