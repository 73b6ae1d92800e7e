// TensorFlow.js 4.22 with its WebAssembly backend, by core operations without the layers on top, which are slower.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { BATCH, RATE } from '../settings.js';

const NAME = 'TensorFlow.js 4.22, wasm';

/** Biases, rows in our files, are vectors here. */
const tensors = network =>
  network.parameters.map(each => tf.tensor(each.values, each.shape[0] === 1 ? [each.values.length] : each.shape));

function dense(network) {
  const [w1, b1, w2, b2] = tensors(network);
  return x =>
    tf.tidy(() => {
      const hidden = tf.fused.matMul({ a: tf.tensor2d(x, [1, 784]), b: w1, bias: b1, activation: 'relu' });
      return tf.softmax(tf.fused.matMul({ a: hidden, b: w2, bias: b2 })).dataSync();
    });
}

/** ‖w − x‖² as ‖w‖² − 2w·x + ‖x‖². */
function yat(network) {
  const [w, b, alpha] = tensors(network);
  const norms = tf.add(tf.sum(tf.square(w), 0, true), 1e-5);
  return x =>
    tf.tidy(() => {
      const input = tf.tensor2d(x, [1, 784]);
      const dot = tf.matMul(input, w);
      const distance = tf.add(tf.sub(norms, tf.mul(dot, 2)), tf.sum(tf.square(input), 1, true));
      return tf.softmax(tf.div(tf.mul(alpha, tf.square(tf.add(dot, b))), distance)).dataSync();
    });
}

/** Its pictures have their channels innermost. */
function cnn(network) {
  const shaped = network.parameters.map(each => each.values);
  const filters = (values, shape) => tf.transpose(tf.tensor(values, shape), [2, 3, 1, 0]);
  const w1 = filters(shaped[0], [8, 1, 5, 5]);
  const w2 = filters(shaped[2], [16, 8, 5, 5]);
  const w3 = tf.reshape(tf.transpose(tf.tensor(shaped[4], [16, 16, 64]), [1, 0, 2]), [256, 64]);
  const [b1, b2] = [tf.tensor1d(shaped[1]), tf.tensor1d(shaped[3])];
  const [b3, w4, b4] = [tf.tensor1d(shaped[5]), tf.tensor2d(shaped[6], [64, 10]), tf.tensor1d(shaped[7])];
  const block = (x, filter, bias) =>
    tf.maxPool(tf.fused.conv2d({ x, filter, strides: 1, pad: 'valid', bias, activation: 'relu' }), 2, 2, 'valid');
  return x =>
    tf.tidy(() => {
      const features = block(block(tf.tensor4d(x, [1, 28, 28, 1]), w1, b1), w2, b2);
      const hidden = tf.fused.matMul({ a: tf.reshape(features, [1, 256]), b: w3, bias: b3, activation: 'relu' });
      return tf.softmax(tf.fused.matMul({ a: hidden, b: w4, bias: b4 })).dataSync();
    });
}

function training(network) {
  const [w1, b1, w2, b2] = tensors(network).map(each => tf.variable(each));
  const optimiser = tf.train.sgd(RATE);
  return (pixels, labels) => {
    let loss = 0;
    for (let at = 0; at + BATCH <= labels.length; at += BATCH) {
      loss += tf.tidy(() => {
        const x = tf.tensor2d(pixels.subarray(at * 784, (at + BATCH) * 784), [BATCH, 784]);
        const y = tf.cast(tf.oneHot(tf.tensor1d(labels.subarray(at, at + BATCH), 'int32'), 10), 'float32');
        const cost = optimiser.minimize(
          () => {
            const logits = tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(x, w1), b1)), w2), b2);
            return tf.losses.softmaxCrossEntropy(y, logits);
          }, true);
        return cost.dataSync()[0];
      });
    }
    return (loss * BATCH) / labels.length;
  };
}

export async function open(networks, files) {
  if (files.tfjs) {
    setWasmPaths(files.tfjs);
  }
  await tf.setBackend('wasm');
  await tf.ready();
  const tasks = {
    dense: dense(networks.dense),
    yat: yat(networks.yat),
    cnn: cnn(networks.cnn),
    training: training(networks.training),
  };
  return [{ name: NAME, tasks }];
}
