// The same by hand, in JavaScript as fast as we could write it: flat arrays, zero inputs skipped, four weight rows a pass.
import { BATCH, RATE } from '../settings.js';

export const NAME = 'JavaScript by hand';

const listed = new Int32Array(8192);

function list(x, from, count) {
  let found = 0;
  for (let k = 0; k < count; k++) {
    if (x[from + k] !== 0) {
      listed[found++] = k;
    }
  }
  return found;
}

/** y = b + x·W for the inputs of x from `from` on. */
function affine(x, from, inputs, w, b, y, outputs) {
  y.set(b);
  const found = list(x, from, inputs);
  let i = 0;
  for (; i + 3 < found; i += 4) {
    const k0 = listed[i], k1 = listed[i + 1], k2 = listed[i + 2], k3 = listed[i + 3];
    const x0 = x[from + k0], x1 = x[from + k1], x2 = x[from + k2], x3 = x[from + k3];
    const w0 = k0 * outputs, w1 = k1 * outputs, w2 = k2 * outputs, w3 = k3 * outputs;
    for (let j = 0; j < outputs; j++) {
      y[j] = y[j] + x0 * w[w0 + j] + x1 * w[w1 + j] + x2 * w[w2 + j] + x3 * w[w3 + j];
    }
  }
  for (; i < found; i++) {
    const value = x[from + listed[i]];
    const at = listed[i] * outputs;
    for (let j = 0; j < outputs; j++) {
      y[j] += value * w[at + j];
    }
  }
}

function relu(y) {
  for (let j = 0; j < y.length; j++) {
    if (y[j] < 0) y[j] = 0;
  }
}

function softmax(z, p) {
  let max = z[0];
  for (let j = 1; j < z.length; j++) max = Math.max(max, z[j]);
  let sum = 0;
  for (let j = 0; j < z.length; j++) sum += p[j] = Math.exp(z[j] - max);
  for (let j = 0; j < z.length; j++) p[j] /= sum;
  return p;
}

const floats = network => network.parameters.map(each => Float32Array.from(each.values));

function dense(network) {
  const [w1, b1, w2, b2] = floats(network);
  const hidden = new Float32Array(b1.length), z = new Float32Array(10), p = new Float32Array(10);
  return x => {
    affine(x, 0, 784, w1, b1, hidden, b1.length);
    relu(hidden);
    affine(hidden, 0, b1.length, w2, b2, z, 10);
    return softmax(z, p);
  };
}

/** ‖w − x‖² as ‖w‖² − 2w·x + ‖x‖², which needs only what is not zero. */
function yat(network) {
  const [w, b, [alpha]] = floats(network);
  const nothing = new Float32Array(10), norms = new Float32Array(10);
  w.forEach((value, i) => (norms[i % 10] += value * value));
  const s = new Float32Array(10), z = new Float32Array(10), p = new Float32Array(10);
  return x => {
    affine(x, 0, 784, w, nothing, s, 10);
    let norm = 0;
    for (let k = 0; k < 784; k++) norm += x[k] * x[k];
    for (let j = 0; j < 10; j++) {
      z[j] = (alpha * (s[j] + b[j]) ** 2) / (norms[j] - 2 * s[j] + norm + 1e-5);
    }
    return softmax(z, p);
  };
}

/** Filters of 5 × 5, one of their lines a pass, then a rectifier. */
function convolve(x, channels, size, w, b, y) {
  const out = size - 4;
  for (let unit = 0; unit < b.length; unit++) {
    const plane = unit * out * out;
    y.fill(b[unit], plane, plane + out * out);
    for (let c = 0; c < channels; c++) {
      for (let line = 0; line < 5; line++) {
        const t = (unit * channels + c) * 25 + line * 5;
        const w0 = w[t], w1 = w[t + 1], w2 = w[t + 2], w3 = w[t + 3], w4 = w[t + 4];
        for (let row = 0; row < out; row++) {
          let from = (c * size + row + line) * size;
          const to = plane + row * out;
          for (let column = 0; column < out; column++, from++) {
            y[to + column] =
              y[to + column] + w0 * x[from] + w1 * x[from + 1] + w2 * x[from + 2] + w3 * x[from + 3] + w4 * x[from + 4];
          }
        }
      }
    }
  }
  relu(y);
}

function pool(x, channels, size, y) {
  const half = size / 2;
  for (let c = 0, to = 0; c < channels; c++) {
    for (let row = 0; row < half; row++) {
      let from = (c * size + 2 * row) * size;
      for (let column = 0; column < half; column++, from += 2) {
        y[to++] = Math.max(x[from], x[from + 1], x[from + size], x[from + size + 1]);
      }
    }
  }
}

function cnn(network) {
  const [w1, b1, w2, b2, w3, b3, w4, b4] = floats(network);
  const c1 = new Float32Array(8 * 576), p1 = new Float32Array(8 * 144);
  const c2 = new Float32Array(16 * 64), p2 = new Float32Array(256);
  const hidden = new Float32Array(64), z = new Float32Array(10), p = new Float32Array(10);
  return x => {
    convolve(x, 1, 28, w1, b1, c1);
    pool(c1, 8, 24, p1);
    convolve(p1, 8, 12, w2, b2, c2);
    pool(c2, 16, 8, p2);
    affine(p2, 0, 256, w3, b3, hidden, 64);
    relu(hidden);
    affine(hidden, 0, 64, w4, b4, z, 10);
    return softmax(z, p);
  };
}

function training(network) {
  const [w1, b1, w2, b2] = floats(network);
  const units = b1.length;
  const gradients = [w1, b1, w2, b2].map(each => new Float32Array(each.length));
  const [dw1, db1, dw2, db2] = gradients;
  const hidden = new Float32Array(units), dHidden = new Float32Array(units);
  const z = new Float32Array(10), p = new Float32Array(10);
  const learn = (pixels, from, label) => {
    affine(pixels, from, 784, w1, b1, hidden, units);
    relu(hidden);
    affine(hidden, 0, units, w2, b2, z, 10);
    softmax(z, p);
    const loss = -Math.log(p[label]);
    p[label] -= 1;
    for (let j = 0; j < 10; j++) db2[j] += p[j];
    for (let k = 0; k < units; k++) {
      const h = hidden[k];
      let sum = 0;
      if (h > 0) {
        for (let j = 0; j < 10; j++) {
          dw2[k * 10 + j] += h * p[j];
          sum += w2[k * 10 + j] * p[j];
        }
      }
      dHidden[k] = sum;
      db1[k] += sum;
    }
    for (let i = 0; i < 784; i++) {
      const value = pixels[from + i];
      if (value !== 0) {
        for (let k = 0, at = i * units; k < units; k++, at++) dw1[at] += value * dHidden[k];
      }
    }
    return loss;
  };
  return (pixels, labels) => {
    let loss = 0;
    for (let at = 0; at + BATCH <= labels.length; at += BATCH) {
      for (const gradient of gradients) gradient.fill(0);
      for (let i = at; i < at + BATCH; i++) loss += learn(pixels, i * 784, labels[i]);
      [w1, b1, w2, b2].forEach((value, i) => {
        const gradient = gradients[i];
        for (let j = 0; j < value.length; j++) value[j] -= (RATE / BATCH) * gradient[j];
      });
    }
    return loss / labels.length;
  };
}

export async function open(networks) {
  const tasks = {
    dense: dense(networks.dense),
    yat: yat(networks.yat),
    cnn: cnn(networks.cnn),
    training: training(networks.training),
  };
  return [{ name: NAME, tasks }];
}
