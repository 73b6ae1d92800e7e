// Lets the page's own grand tour turn 2,000 points that are made up here, and times its frames. See ../README.md; bench/tour calls it.
//   node tour.js [SECONDS]
import { deflateRawSync } from 'node:zlib';
import { openSite, printTable, quantile } from './frames.js';

const IMAGES = 2000;
const SHAPE = [11, 3, IMAGES, 10];

const seconds = Number(process.argv[2] ?? 10);
if (!(seconds > 0) || !process.env.CHROMIUM) {
  console.error('usage: CHROMIUM=… bench/tour [SECONDS], a number above zero');
  process.exit(2);
}

/** The 16 bits of a number between -64 and 64, a multiple of 1/16, in half precision. */
function half(value) {
  const size = Math.abs(value);
  if (size === 0) return 0;
  const exponent = Math.floor(Math.log2(size));
  return (value < 0 ? 0x8000 : 0) | (exponent + 15) << 10 | (size / 2 ** exponent - 1) * 1024;
}

/** CRC-32. */
function checksum(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A view as io.github.seeingdigits.network.View has it: ten clouds that drift apart from epoch to epoch. */
function view() {
  const count = SHAPE.reduce((a, b) => a * b);
  const bytes = Buffer.alloc(8 + 2 + 4 * SHAPE.length + 2 * count + 4);
  bytes.write('SDV1');
  bytes.writeInt32LE(bytes.length, 4);
  bytes.writeInt16LE(SHAPE.length, 8);
  SHAPE.forEach((size, i) => bytes.writeInt32LE(size, 10 + 4 * i));
  let at = 10 + 4 * SHAPE.length;
  let state = 1;
  for (let i = 0; i < count; i++) {
    state = Math.imul(state, 1664525) + 1013904223 | 0;
    const axis = i % 10;
    const digit = Math.floor(Math.floor(i / 10) % IMAGES / (IMAGES / 10));
    const epoch = Math.floor(i / (3 * IMAGES * 10));
    const noise = (state >>> 16) % 64 - 32;
    at = bytes.writeUInt16LE(half((noise + (axis === digit ? 32 * epoch : 0)) / 16), at);
  }
  bytes.writeUInt32LE(checksum(bytes.subarray(0, at)), at);
  return bytes;
}

const { address, browser, close } = await openSite();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
// Compressed, as the site's files are.
const body = deflateRawSync(view());
await page.route('**/cnn.tour.*.bin', route => route.fulfill({ body }));
await page.goto(`${address}figures.html`);
const figure = page.locator('figure[data-demo=tour]');
await figure.scrollIntoViewIfNeeded();
await page.waitForFunction(() => window.seeingDigits?.timings?.tour > 0);
await page.waitForTimeout(2000);
const { drawn, intervals } = await page.evaluate(seconds => new Promise(done => {
  const drawn = [];
  const intervals = [];
  const start = performance.now();
  let last = start;
  const frame = time => {
    drawn.push(window.seeingDigits.timings.tour);
    intervals.push(time - last);
    last = time;
    if (time - start < seconds * 1000) requestAnimationFrame(frame); else done({ drawn, intervals: intervals.slice(1) });
  };
  requestAnimationFrame(frame);
}), seconds);
await close();
console.log(`${IMAGES} points in 10 dimensions, ${intervals.length} frames in ${seconds} s`);
printTable({ 'turning, projecting and drawing': drawn, 'from frame to frame': intervals });
process.exit(quantile(drawn, 0.95) < 16 ? 0 : 1);
