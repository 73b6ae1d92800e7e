// Scrolls through a page whose figures are all alive, and times its frames. See ../README.md; bench/scroll calls it.
//   node scroll.js [PAGE]
import { openSite, printTable, quantile } from './frames.js';

const path = process.argv[2] ?? 'softmax.html';
if (!/^[\w-]+\.html$/.test(path) || !process.env.CHROMIUM) {
  console.error('usage: CHROMIUM=… bench/scroll [PAGE], a page of the site such as softmax.html');
  process.exit(2);
}
/** In CSS pixels: a fast wheel turns 1,200 of them a second. */
const A_FRAME = 20;

const { address, browser, close } = await openSite();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(address + path);
await page.waitForSelector('figure.demo[data-state=live]');
await page.waitForTimeout(1000);
const early = await page.evaluate(() => ({
  live: document.querySelectorAll('figure.demo[data-state=live]').length,
  files: performance.getEntriesByType('resource').map(entry => entry.name.replace(/.*\//, '')),
}));
const figures = page.locator('figure.demo');
for (let i = 0; i < await figures.count(); i++) {
  await figures.nth(i).scrollIntoViewIfNeeded();
  await page.waitForFunction(i => document.querySelectorAll('figure.demo')[i].dataset.state === 'live', i);
}
// A digit for all of them to follow.
await page.evaluate(() => scrollTo(0, 0));
await page.locator('[data-action=random]').first().click();
await page.waitForTimeout(1500);
const { intervals, longest, distance } = await page.evaluate(step => new Promise(done => {
  let longest = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { longest = Math.max(longest, entry.duration); }))
      .observe({ type: 'longtask' });
  const intervals = [];
  let last = 0;
  let way = step;
  let turns = 0;
  let distance = 0;
  const frame = time => {
    if (last) intervals.push(time - last);
    last = time;
    const before = scrollY;
    scrollBy({ top: way, behavior: 'instant' });
    distance += Math.abs(scrollY - before);
    if (scrollY === before) { way = -way; turns++; }
    if (turns < 4) requestAnimationFrame(frame); else done({ intervals, longest, distance });
  };
  requestAnimationFrame(frame);
}), A_FRAME);
const count = await figures.count();
await close();
console.log(`${path}: ${early.live} of ${count} figures alive at first, with ${early.files.length} files: ${early.files.join(', ')}`);
console.log(`All ${count} alive, ${distance} px in ${intervals.length} frames, longest task of the script above 50 ms: ${Math.round(longest)} ms`);
printTable({ 'from frame to frame': intervals });
process.exit(quantile(intervals, 0.95) < 18 ? 0 : 1);
