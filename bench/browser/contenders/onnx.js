// ONNX Runtime Web 1.30 on WebAssembly, one thread: more need headers that a static host does not send. It no longer trains.
import * as ort from 'onnxruntime-web';
import { model } from '../onnx-model.js';

const NAME = 'ONNX Runtime Web 1.30';

function dense(network) {
  const [w1, b1, w2, b2] = network.parameters;
  return model([1, 784], { w1, b1, w2, b2 }, [
    ['Gemm', ['x', 'w1', 'b1'], 'h'],
    ['Relu', ['h'], 'r'],
    ['Gemm', ['r', 'w2', 'b2'], 'z'],
    ['Softmax', ['z'], 'y'],
  ]);
}

/** ‖w − x‖² as ‖w‖² − 2w·x + ‖x‖². */
function yat(network) {
  const [w, b, alpha] = network.parameters;
  const norms = new Float32Array(10);
  w.values.forEach((value, i) => (norms[i % 10] += value * value));
  const constants = {
    w, b, alpha,
    norms: { shape: [1, 10], values: Array.from(norms, norm => norm + 1e-5) },
    two: { shape: [1], values: [2] },
  };
  return model([1, 784], constants, [
    ['MatMul', ['x', 'w'], 'dot'],
    ['Add', ['dot', 'b'], 's'],
    ['Mul', ['s', 's'], 'ss'],
    ['Mul', ['ss', 'alpha'], 'top'],
    ['Mul', ['dot', 'two'], 'dot2'],
    ['ReduceSumSquare', ['x'], 'xx', { axes: [1] }],
    ['Sub', ['norms', 'dot2'], 'part'],
    ['Add', ['part', 'xx'], 'distance'],
    ['Div', ['top', 'distance'], 'z'],
    ['Softmax', ['z'], 'y'],
  ]);
}

function cnn(network) {
  const [w1, b1, w2, b2, w3, b3, w4, b4] = network.parameters;
  const flat = bias => ({ shape: [bias.values.length], values: bias.values });
  const constants = {
    w1: { shape: [8, 1, 5, 5], values: w1.values }, b1: flat(b1),
    w2: { shape: [16, 8, 5, 5], values: w2.values }, b2: flat(b2),
    w3, b3, w4, b4,
  };
  const half = { kernel_shape: [2, 2], strides: [2, 2] };
  return model([1, 1, 28, 28], constants, [
    ['Conv', ['x', 'w1', 'b1'], 'c1', { kernel_shape: [5, 5] }],
    ['Relu', ['c1'], 'r1'],
    ['MaxPool', ['r1'], 'p1', half],
    ['Conv', ['p1', 'w2', 'b2'], 'c2', { kernel_shape: [5, 5] }],
    ['Relu', ['c2'], 'r2'],
    ['MaxPool', ['r2'], 'p2', half],
    ['Flatten', ['p2'], 'f'],
    ['Gemm', ['f', 'w3', 'b3'], 'h'],
    ['Relu', ['h'], 'r'],
    ['Gemm', ['r', 'w4', 'b4'], 'z'],
    ['Softmax', ['z'], 'y'],
  ]);
}

async function predictor(bytes, shape) {
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
  return async x => (await session.run({ x: new ort.Tensor('float32', x, shape) })).y.data;
}

export async function open(networks, files) {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = files.onnx;
  const tasks = {
    dense: await predictor(dense(networks.dense), [1, 784]),
    yat: await predictor(yat(networks.yat), [1, 784]),
    cnn: await predictor(cnn(networks.cnn), [1, 1, 28, 28]),
  };
  return [{ name: NAME, waits: true, tasks }];
}
