import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { startTrialProduct } from '../scripts/lib/trial-product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string;
    editorUrl: string;
    /** Where the product keeps pictures and the database. */
    dataDir: string;
    /** The address of the one browser of the run. */
    browserUrl: string;
  }
}

/** One product with the demo newsroom and one browser for all journeys of a run. */
export default async function openNewsroom(project: TestProject): Promise<() => Promise<void>> {
  const product = await startTrialProduct({ demo: true });
  const browser = await chromium
    .launchServer({
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        // letters as wide on every machine, whatever it does to their edges
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
      ],
    })
    .catch(async (error: unknown) => {
      await product.stop();
      throw error;
    });
  project.provide('siteUrl', product.siteUrl);
  project.provide('editorUrl', product.editorUrl);
  project.provide('dataDir', product.dataDir);
  project.provide('browserUrl', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await product.stop();
  };
}
