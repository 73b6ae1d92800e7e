// Keeps one page busy, as a restless reader would, and watches its heap, its nodes and its frames. See ../README.md; bench/soak calls it.
//   node soak.js [MINUTES] [PAGE]
import { openSite, quantile } from './frames.js';

const minutes = Number(process.argv[2] ?? 10);
const path = process.argv[3] ?? 'softmax.html';
if (!(minutes >= 1) || !/^[\w-]+\.html$/.test(path) || !process.env.CHROMIUM) {
  console.error('usage: CHROMIUM=… bench/soak [MINUTES] [PAGE], at least one minute, a page of the site such as softmax.html');
  process.exit(2);
}
/** How much more the last minutes may hold than the first: what browsers keep for themselves changes by as much. */
const ROOM = 1.1;
/** These leave the page, or open what lies over it. */
const NOT = '[data-action=share], [data-action=picture], [data-action=pick]';

let state = 1;
/** A number from 0 to before n; the same ones in every run. */
const random = n => {
  state = Math.imul(state, 1664525) + 1013904223 | 0;
  return (state >>> 8) % n;
};

const { address, browser, close } = await openSite();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const complaints = [];
page.on('console', message => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
page.on('pageerror', error => complaints.push(String(error)));
const client = await page.context().newCDPSession(page);
await client.send('Performance.enable');
await page.goto(address + path);
const figures = page.locator('figure.demo');
const count = await figures.count();
for (let i = 0; i < count; i++) {
  await figures.nth(i).scrollIntoViewIfNeeded();
  await page.waitForFunction(i => document.querySelectorAll('figure.demo')[i].dataset.state === 'live', i);
}
await page.evaluate(() => {
  window.frames_ = [];
  let last = 0;
  const frame = time => {
    if (last) window.frames_.push(time - last);
    last = time;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
});

/** Draws some strokes on one of the page's pads. */
async function draw(figure) {
  const pad = figure.locator('canvas.pad').first();
  if (!await pad.isVisible()) return false;
  await figure.locator('[data-action=clear]').first().click();
  const box = await pad.boundingBox();
  for (let strokes = 1 + random(2); strokes > 0; strokes--) {
    const at = () => [box.x + box.width * (20 + random(60)) / 100, box.y + box.height * (20 + random(60)) / 100];
    await page.mouse.move(...at());
    await page.mouse.down();
    for (let corner = 0; corner < 3; corner++) await page.mouse.move(...at(), { steps: 6 });
    await page.mouse.up();
  }
  return true;
}

/** Presses a button, moves a slider or chooses from a list. */
async function change(figure) {
  const parts = figure.locator(`button[data-action]:visible:enabled:not(${NOT}), input[type=range]:visible:enabled, select:visible:enabled`);
  const all = await parts.count();
  if (all === 0) return false;
  await parts.nth(random(all)).evaluate((part, chance) => {
    if (part.tagName === 'BUTTON') {
      part.click();
      return;
    }
    if (part.tagName === 'SELECT') part.selectedIndex = chance % part.options.length;
    else part.value = Number(part.min) + chance / 1000 * (Number(part.max) - Number(part.min));
    part.dispatchEvent(new Event('input', { bubbles: true }));
    part.dispatchEvent(new Event('change', { bubbles: true }));
  }, random(1000));
  return true;
}

async function train() {
  const buttons = page.locator('figure.demo [data-action=train]');
  if (await buttons.count() === 0) return false;
  await buttons.first().evaluate(button => button.click());
  return true;
}

const done = { drawn: 0, changed: 0, trained: 0 };
const rows = [];
console.log(`${path}, ${count} figures\n\n| minute | heap, MB | nodes | listeners | frame, median ms | 95 % | 99 % | drawings | changes | trainings |`
    + '\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (let minute = 1; minute <= minutes; minute++) {
  await page.evaluate(() => { window.frames_.length = 0; });
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const figure = figures.nth(random(count));
    await figure.scrollIntoViewIfNeeded();
    const what = random(10);
    if (what < 4) done.drawn += await draw(figure);
    else if (what < 9) done.changed += await change(figure);
    else done.trained += await train();
  }
  const frames = await page.evaluate(() => window.frames_.slice());
  await client.send('HeapProfiler.collectGarbage');
  const metrics = Object.fromEntries((await client.send('Performance.getMetrics')).metrics.map(m => [m.name, m.value]));
  const row = { heap: metrics.JSHeapUsedSize / 1e6, nodes: metrics.Nodes, listeners: metrics.JSEventListeners, frame: quantile(frames, 0.95) };
  rows.push(row);
  console.log(`| ${minute} | ${row.heap.toFixed(1)} | ${row.nodes} | ${row.listeners} | `
      + [0.5, 0.95, 0.99].map(share => quantile(frames, share).toFixed(1)).join(' | ')
      + ` | ${done.drawn} | ${done.changed} | ${done.trained} |`);
}
await close();
complaints.forEach(text => console.log('console: ' + text));
const third = Math.ceil(rows.length / 3);
const mean = (part, name) => part.reduce((sum, row) => sum + row[name], 0) / part.length;
let stable = complaints.length === 0;
for (const name of ['heap', 'nodes', 'listeners', 'frame']) {
  const ratio = mean(rows.slice(-third), name) / mean(rows.slice(0, third), name);
  console.log(`${name}: the last ${third} minutes ${ratio.toFixed(2)} × the first`);
  stable &&= ratio <= ROOM;
}
console.log(`${complaints.length} complaints in the console; ${stable ? 'stable' : 'NOT stable'}`);
process.exit(stable ? 0 : 1);
