// What every contender is given: networks with their weights, MNIST pictures and labels. Runs in Node.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export const TEST_IMAGES = 500;
export const TRAINING_IMAGES = 6400;
const PIXELS = 784;

/** Uniform in ±1/√inputs, the same in every run (a multiplicative generator modulo 2³¹ − 1). */
function random(architecture, seed) {
  let state = seed;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const parameters = [];
  for (const layer of architecture.split(', ').filter(text => text.startsWith('dense'))) {
    const [inputs, outputs] = layer.split(' ').slice(1).map(Number);
    const bound = 1 / Math.sqrt(inputs);
    for (const shape of [[inputs, outputs], [1, outputs]]) {
      const values = Array.from({ length: shape[0] * shape[1] }, () => Math.fround(bound * (2 * next() - 1)));
      parameters.push({ shape, values });
    }
  }
  return { architecture, parameters };
}

/** A published network, read from its safetensors file. */
function published(models, id) {
  const bytes = readFileSync(`${models}/${id}/model.safetensors`);
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, start).toString('utf8'));
  const names = Object.keys(header).filter(name => name !== '__metadata__');
  names.sort((a, b) => header[a].data_offsets[0] - header[b].data_offsets[0]);
  const parameters = names.map(name => {
    const [from, to] = header[name].data_offsets;
    const view = new DataView(bytes.buffer, bytes.byteOffset + start + from, to - from);
    return {
      name,
      shape: header[name].shape,
      values: Array.from({ length: (to - from) / 4 }, (_, i) => view.getFloat32(4 * i, true)),
    };
  });
  return { architecture: header.__metadata__.architecture, parameters };
}

function idx(folder, name) {
  const plain = `${folder}/${name}`;
  return existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
}

/** Writes everything below `folder`. */
export function write(folder, models, mnist) {
  mkdirSync(folder, { recursive: true });
  const networks = {
    dense: random('dense 784 128, relu 128, dense 128 10', 1),
    yat: published(models, 'nmn-10'),
    cnn: published(models, 'cnn'),
    training: random('dense 784 32, relu 32, dense 32 10', 2),
  };
  writeFileSync(`${folder}/networks.json`, JSON.stringify(networks));
  const test = idx(mnist, 't10k-images-idx3-ubyte').subarray(16, 16 + TEST_IMAGES * PIXELS);
  const training = idx(mnist, 'train-images-idx3-ubyte').subarray(16, 16 + TRAINING_IMAGES * PIXELS);
  const labels = idx(mnist, 'train-labels-idx1-ubyte').subarray(8, 8 + TRAINING_IMAGES);
  writeFileSync(`${folder}/pictures.bin`, Buffer.concat([test, training, labels]));
}

/** The kernel of the built site. */
export function kernel(site) {
  const name = readdirSync(`${site}/assets`).find(file => /^kernels\.[0-9a-f]{8}\.wasm$/.test(file));
  return `${site}/assets/${name}`;
}
