// What the benchmarks share that time a page's frames: the built site, served and opened, and a table of milliseconds.
import { chromium } from 'playwright-core';
import { serveSite } from './serve.js';

/** Serves the site and starts a browser; close ends both. */
export async function openSite() {
  const { address, close } = await serveSite();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  return {
    address,
    browser,
    async close() {
      await browser.close();
      close();
    },
  };
}

/** The value below which this share of all values lies. */
export function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];
}

/** Prints medians and the slowest frames of each list of milliseconds. */
export function printTable(rows) {
  console.log('| ms | median | 95 % | 99 % |\n|---|---:|---:|---:|');
  for (const [name, values] of Object.entries(rows)) {
    console.log(`| ${name} | ${[0.5, 0.95, 0.99].map(share => quantile(values, share).toFixed(1)).join(' | ')} |`);
  }
}
