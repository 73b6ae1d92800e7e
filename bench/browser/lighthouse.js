// Has Lighthouse look at every page of the site as at a phone's, and prints what it says. See ../README.md; bench/lighthouse calls it.
//   node lighthouse.js [RUNS] [PAGE…]
import { readdirSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serveSite, site } from './serve.js';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LARGEST_PAINT = 1000;
/** In bytes, as transferred, headers included; the gallery is no article. */
const WEIGHT = 200_000;
const GALLERY = 'figures.html';

const [count = '3', ...named] = process.argv.slice(2);
const runs = Number(count);
if (!(Number.isInteger(runs) && runs > 0) || named.some(page => !/^[\w-]+\.html$/.test(page)) || !process.env.CHROMIUM) {
  console.error('usage: CHROMIUM=… bench/lighthouse [RUNS] [PAGE…], a number of runs and pages of the site such as softmax.html');
  process.exit(2);
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** One look in a browser of its own. */
async function look(url) {
  const browser = await launch({
    chromePath: process.env.CHROMIUM,
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    // Lighthouse's own defaults: a phone, and slow 4G and a slow processor simulated.
    const { lhr } = await lighthouse(url, { port: browser.port, onlyCategories: CATEGORIES, logLevel: 'silent' });
    if (lhr.runtimeError) throw new Error(`Lighthouse could not read ${url}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await browser.kill();
  }
}

/** What keeps a category from 100: audits that have weight and are not passed. */
function failures(lhr) {
  return CATEGORIES.filter(id => lhr.categories[id].score < 1).flatMap(id => lhr.categories[id].auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && (lhr.audits[audit].score ?? 1) < 0.9)
      .map(({ id: audit }) => `${id}: ${lhr.audits[audit].title} (${audit})`));
}

const pages = named.length ? named : readdirSync(site).filter(name => name.endsWith('.html')).sort();
const { address, close } = await serveSite();
const notes = [];
console.log('| page | performance | accessibility | best practices | SEO | largest paint, ms | first paint, ms | blocked, ms | shift | KB |');
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const page of pages) {
  const looks = [];
  for (let i = 0; i < runs; i++) looks.push(await look(address + page));
  const number = audit => median(looks.map(lhr => lhr.audits[audit].numericValue));
  const scores = CATEGORIES.map(id => Math.round(100 * median(looks.map(lhr => lhr.categories[id].score))));
  const paint = number('largest-contentful-paint');
  // To a thousandth, as Lighthouse shows it.
  const shift = number('cumulative-layout-shift').toFixed(3);
  const weight = number('total-byte-weight');
  console.log(`| ${page} | ${scores.join(' | ')} | ${Math.round(paint)} | ${Math.round(number('first-contentful-paint'))} | ${
    Math.round(number('total-blocking-time'))} | ${shift} | ${Math.round(weight / 1000)} |`);
  const misses = [
    ...scores.map((score, i) => score < 100 && `${CATEGORIES[i]} ${score}`),
    paint >= LARGEST_PAINT && `largest paint after ${Math.round(paint)} ms, not below ${LARGEST_PAINT}`,
    shift > 0 && `shift ${shift}`,
    page !== GALLERY && weight > WEIGHT && `${Math.round(weight / 1000)} KB, more than ${WEIGHT / 1000}`,
  ].filter(Boolean);
  if (misses.length) notes.push(`${page}: ${[...misses, ...new Set(looks.flatMap(failures))].join('; ')}`);
}
close();
console.log(notes.length ? `\nMissed:\n${notes.join('\n')}` : '\nEvery page reaches every goal.');
process.exit(notes.length ? 1 : 0);
