// Measures all contenders in turn, in Node and in Chromium, and prints tables. See ../README.md; bench/predict calls it.
//   node race.js [ROUNDS]
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { copyFileSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import * as data from './data.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const work = join(root, 'target/bench/browser');
const site = join(root, 'site');
const modules = join(here, 'node_modules');
const onnxFiles = join(modules, 'onnxruntime-web/dist');
const tfjsFiles = join(modules, '@tensorflow/tfjs-backend-wasm/dist');
const TASKS = ['dense', 'yat', 'cnn', 'training'];
const OURS = 'Seeing Digits';
const PLAIN = 'Seeing Digits, plain Java';
const STROKES = 12;

const rounds = Number(process.argv[2] ?? 9);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('usage: bench/predict [ROUNDS], a whole number above zero');
  process.exit(2);
}
for (const name of ['MNIST_DIR', 'CHROMIUM']) {
  if (!process.env[name]) {
    console.error(`set ${name}; see bench/README.md`);
    process.exit(2);
  }
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const gzipped = path => gzipSync(readFileSync(path), { level: 9 }).length;

/** For the browser ONNX Runtime's smallest build, which has WebAssembly alone. */
const forPage = {
  absWorkingDir: here, bundle: true, minify: true, format: 'esm', platform: 'browser', write: true, logLevel: 'error',
  alias: { 'onnxruntime-web': 'onnxruntime-web/wasm' }, external: ['fs', 'path', 'crypto', 'worker_threads', 'perf_hooks', 'os'],
};

async function bundles() {
  await build({ ...forPage, entryPoints: ['task.js'], outfile: join(work, 'race.mjs') });
  await build({
    absWorkingDir: here, bundle: true, format: 'cjs', platform: 'node', entryPoints: ['task.js'], logLevel: 'error',
    external: ['onnxruntime-web'], outfile: join(here, 'node_modules/.race/race.cjs'),
  });
  // TensorFlow.js looks for its files beside the script.
  for (const file of readdirSync(tfjsFiles).filter(name => name.endsWith('.wasm'))) {
    copyFileSync(join(tfjsFiles, file), join(here, 'node_modules/.race', file));
  }
}

/** Bytes that a reader would load, compressed: script and WebAssembly. */
async function payloads() {
  const script = async name => {
    const outfile = join(work, `payload-${name}.mjs`);
    await build({ ...forPage, entryPoints: [`contenders/${name}.js`], outfile });
    return gzipped(outfile);
  };
  const java = gzipped(join(work, 'contender.js'));
  return {
    [OURS]: java + gzipped(data.kernel(site)),
    [PLAIN]: java,
    'JavaScript by hand': await script('by-hand'),
    'TensorFlow.js 4.22, wasm': (await script('tfjs')) + gzipped(join(tfjsFiles, 'tfjs-backend-wasm-simd.wasm')),
    'ONNX Runtime Web 1.30': (await script('onnx')) + gzipped(join(onnxFiles, 'ort-wasm-simd-threaded.wasm')),
    'ConvNetJS 0.3': await script('convnet'),
  };
}

async function inNode() {
  runInThisContext(`${readFileSync(join(work, 'contender.js'), 'utf8')}\nmain([]);`);
  const { race } = createRequire(import.meta.url)(join(here, 'node_modules/.race/race.cjs'));
  const networks = JSON.parse(readFileSync(join(work, 'data/networks.json'), 'utf8'));
  const pictures = new Uint8Array(readFileSync(join(work, 'data/pictures.bin')));
  const files = { kernel: data.kernel(site), read: async path => readFileSync(path) };
  return race(networks, pictures, files, rounds);
}

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
};
const PAGE = '<!DOCTYPE html><title>Race</title><script src="/contender.js"></script><script>main([])</script>';

function serve() {
  const folders = { '/onnx/': onnxFiles, '/tfjs/': tfjsFiles, '/site/': site, '/': work };
  const server = createServer((request, response) => {
    const path = normalize(decodeURI(new URL(request.url, 'http://localhost').pathname));
    const prefix = Object.keys(folders).find(each => path.startsWith(each));
    const file = join(folders[prefix], path.slice(prefix.length));
    try {
      const body = path === '/race.html' ? PAGE
        : path === '/kernels.wasm' ? readFileSync(data.kernel(site))
        : statSync(file).isFile() && readFileSync(file);
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise(done => server.listen(0, '127.0.0.1', () => done(server)));
}

async function inPage(page, address) {
  await page.goto(`${address}/race.html`);
  return page.evaluate(async rounds => {
    const { race } = await import('/race.mjs');
    const networks = await (await fetch('/data/networks.json')).json();
    const pictures = new Uint8Array(await (await fetch('/data/pictures.bin')).arrayBuffer());
    const read = async path => (await fetch(path)).arrayBuffer();
    return race(networks, pictures, { kernel: '/kernels.wasm', read, onnx: '/onnx/', tfjs: '/tfjs/' }, rounds);
  }, rounds);
}

/** Draws on the home page's pad while all its networks answer: milliseconds for all of them in one frame. */
async function homePage(browser, address, withKernel) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 4000 } });
  if (!withKernel) {
    await page.addInitScript('delete window.WebAssembly');
  }
  await page.goto(`${address}/site/index.html`);
  await page.waitForSelector('[data-demo=networks][data-state=live]');
  for (const button of await page.$$('[data-network] button')) {
    await button.click();
  }
  const rows = await page.$$('[data-network]');
  await page.waitForFunction('[...document.querySelectorAll("[data-network] [data-part=words]")].every(e => !/loading/.test(e.innerText))');
  const box = await (await page.$('[data-demo=draw] [data-part=pad]')).boundingBox();
  const times = [];
  for (let stroke = 0; stroke < STROKES; stroke++) {
    await page.click('[data-demo=draw] [data-action=clear]');
    await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.2 * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.7 * box.width, box.y + 0.25 * box.height, { steps: 12 });
    await page.mouse.move(box.x + 0.45 * box.width, box.y + 0.85 * box.height, { steps: 12 });
    await page.mouse.up();
    times.push(await page.evaluate('seeingDigits.timings.networks'));
  }
  const answered = await page.$$('[data-network]:not([data-digit=""])');
  const kind = await page.evaluate('seeingDigits.kernel');
  if (answered.length !== rows.length || kind !== (withKernel ? 'simd' : 'plain')) {
    throw new Error(`${answered.length} of ${rows.length} networks answered, with ${kind}`);
  }
  await page.close();
  return { networks: rows.length, time: median(times.slice(STROKES / 2)) };
}

function table(title, { results }, sizes) {
  const medians = Object.fromEntries(TASKS.map(task => [task,
    Object.fromEntries(Object.entries(results[task]).map(([name, values]) => [name, median(values)]))]));
  const cell = (name, task) => {
    const time = medians[task][name];
    return time === undefined ? '–' : task === 'training' ? String(Math.round(1e6 / time)) : time.toFixed(1);
  };
  console.log(`\n${title}\n`);
  console.log('| | 784-128-10, µs | ⵟ 784-10, µs | CNN, µs | training 784-32-10, images/s | KB |');
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const name of Object.keys(sizes)) {
    console.log(`| ${name} | ${TASKS.map(task => cell(name, task)).join(' | ')} | ${(sizes[name] / 1000).toFixed(1)} |`);
  }
  const ratios = TASKS.map(task => {
    const others = Object.entries(medians[task]).filter(([name]) => !name.startsWith(OURS));
    return `${(Math.min(...others.map(([, time]) => time)) / medians[task][OURS]).toFixed(2)} ×`;
  });
  console.log(`| *${OURS} against the fastest peer* | ${ratios.join(' | ')} | |`);
  const tfjs = medians.training['TensorFlow.js 4.22, wasm'] / medians.training[OURS];
  console.log(`\nTraining: ${tfjs.toFixed(1)} × TensorFlow.js.`);
}

data.write(join(work, 'data'), join(root, 'models'), process.env.MNIST_DIR);
await bundles();
const sizes = await payloads();
const server = await serve();
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM, headless: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', error => console.error(error));
  const inChromium = await inPage(page, address);
  await page.close();
  table(`Chromium ${browser.version()}, medians of ${rounds} rounds`, inChromium, sizes);
  for (const withKernel of [true, false]) {
    const { networks, time } = await homePage(browser, address, withKernel);
    const how = withKernel ? 'with the kernel' : 'in plain Java';
    console.log(`The home page's ${networks} networks together, ${how}: ${time.toFixed(2)} ms a frame.`);
  }
  const node = await inNode();
  table(`Node ${process.versions.node}, medians of ${rounds} rounds`, node, sizes);
  const largest = Math.max(...Object.values(inChromium.differences), ...Object.values(node.differences));
  console.log(`\nLargest difference between any contender's answers and those of the loops by hand: ${largest.toExponential(1)}.`);
} finally {
  await browser.close();
  server.close();
}
process.exit(0);
