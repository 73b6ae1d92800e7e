// What is measured and how; the same in Node and in the browser.
import * as ours from './contenders/ours.js';
import * as tfjs from './contenders/tfjs.js';
import * as onnx from './contenders/onnx.js';
import * as convnet from './contenders/convnet.js';
import * as byHand from './contenders/by-hand.js';

export const TASKS = ['dense', 'yat', 'cnn', 'training'];
const TEST_IMAGES = 500;
const PIXELS = 784;
/** A turn repeats until this much time has passed, because clocks in browsers are coarse. */
const TURN_MS = 80;
const WARM_UP_MS = 600;
const COMPARED = 50;
const TOLERANCE = 1e-4;

/** Pictures as floats from 0 to 1. */
function unpack(bytes) {
  const count = (bytes.length - TEST_IMAGES * PIXELS) / (PIXELS + 1);
  const test = [];
  for (let i = 0; i < TEST_IMAGES; i++) {
    test.push(Float32Array.from(bytes.subarray(i * PIXELS, (i + 1) * PIXELS), b => b / 255));
  }
  const from = TEST_IMAGES * PIXELS;
  return {
    test,
    pixels: Float32Array.from(bytes.subarray(from, from + count * PIXELS), b => b / 255),
    labels: Int32Array.from(bytes.subarray(from + count * PIXELS)),
  };
}

/** One turn of one contender at one task: microseconds per picture. */
async function turn(entrant, task, data, atLeast) {
  const run = entrant.tasks[task];
  let pictures = 0;
  const start = performance.now();
  let took = 0;
  do {
    if (task === 'training') {
      await run(data.pixels, data.labels);
      pictures += data.labels.length;
    } else if (entrant.waits) {
      for (const x of data.test) {
        await run(x);
      }
      pictures += data.test.length;
    } else {
      for (const x of data.test) {
        run(x);
      }
      pictures += data.test.length;
    }
    took = performance.now() - start;
  } while (took < atLeast);
  return (1000 * took) / pictures;
}

/** Everybody must give what the loops by hand give; returns the largest differences. */
async function compare(entrants, data) {
  const reference = entrants.find(entrant => entrant.name === byHand.NAME);
  const differences = {};
  for (const entrant of entrants) {
    for (const task of TASKS.filter(each => entrant.tasks[each])) {
      let largest = 0;
      if (task === 'training') {
        // One epoch of everybody from the same weights, before anything else has trained.
        entrant.loss = await entrant.tasks.training(data.pixels, data.labels);
        largest = Math.abs(entrant.loss - (reference.loss ??= await reference.tasks.training(data.pixels, data.labels)));
      } else {
        for (const x of data.test.slice(0, COMPARED)) {
          const found = Float32Array.from(await entrant.tasks[task](x));
          const expected = reference.tasks[task](x);
          expected.forEach((p, i) => (largest = Math.max(largest, Math.abs(p - found[i]))));
        }
      }
      differences[`${entrant.name}, ${task}`] = largest;
      if (!(largest <= TOLERANCE)) {
        throw new Error(`${entrant.name} differs by ${largest} at ${task}`);
      }
    }
  }
  return differences;
}

/**
 * The whole race.
 *
 * @param networks what data.js wrote as networks.json
 * @param pictures what it wrote as pictures.bin
 * @param files where contenders find their WebAssembly
 * @returns for each task and contender the microseconds per picture of each round
 */
export async function race(networks, pictures, files, rounds) {
  const data = unpack(pictures);
  const entrants = [];
  for (const contender of [byHand, ours, tfjs, onnx, convnet]) {
    entrants.push(...(await contender.open(networks, files)));
  }
  const differences = await compare(entrants, data);
  const results = {};
  for (const task of TASKS) {
    const able = entrants.filter(entrant => entrant.tasks[task]);
    for (const entrant of able) {
      await turn(entrant, task, data, WARM_UP_MS);
    }
    results[task] = Object.fromEntries(able.map(entrant => [entrant.name, []]));
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < able.length; i++) {
        // Everybody comes first as often as last.
        const entrant = able[(i + round) % able.length];
        results[task][entrant.name].push(await turn(entrant, task, data, TURN_MS));
      }
    }
  }
  return { results, differences };
}
