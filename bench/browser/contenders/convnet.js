// ConvNetJS 0.3. It has no ⵟ layer. Its pictures have their channels innermost, so weights are put in its order.
import convnetjs from 'convnetjs';
import { BATCH, RATE } from '../settings.js';

const NAME = 'ConvNetJS 0.3';
const INPUT = { type: 'input', out_sx: 28, out_sy: 28, out_depth: 1 };

function build(definitions) {
  const net = new convnetjs.Net();
  net.makeLayers([INPUT, ...definitions]);
  return net;
}

/** Sets a layer's weights: `weight(unit, k)` for its k-th input. */
function fill(layer, bias, weight) {
  layer.filters.forEach((filter, unit) => {
    for (let k = 0; k < filter.w.length; k++) filter.w[k] = weight(unit, k);
    layer.biases.w[unit] = bias[unit];
  });
}

function denseNet(network) {
  const [w1, b1, w2, b2] = network.parameters.map(each => each.values);
  const net = build([
    { type: 'fc', num_neurons: b1.length, activation: 'relu' },
    { type: 'softmax', num_classes: 10 },
  ]);
  const layers = net.layers.filter(layer => layer.layer_type === 'fc');
  fill(layers[0], b1, (unit, k) => w1[k * b1.length + unit]);
  fill(layers[1], b2, (unit, k) => w2[k * 10 + unit]);
  return net;
}

/** Where input k of a layer behind `channels` planes of `area` numbers stands in our order. */
const ours = (k, channels, area) => (k % channels) * area + Math.floor(k / channels);

function cnnNet(network) {
  const [w1, b1, w2, b2, w3, b3, w4, b4] = network.parameters.map(each => each.values);
  const net = build([
    { type: 'conv', sx: 5, filters: 8, stride: 1, pad: 0, activation: 'relu' },
    { type: 'pool', sx: 2, stride: 2 },
    { type: 'conv', sx: 5, filters: 16, stride: 1, pad: 0, activation: 'relu' },
    { type: 'pool', sx: 2, stride: 2 },
    { type: 'fc', num_neurons: 64, activation: 'relu' },
    { type: 'softmax', num_classes: 10 },
  ]);
  const layers = net.layers.filter(layer => layer.filters);
  fill(layers[0], b1, (unit, k) => w1[unit * 25 + k]);
  fill(layers[1], b2, (unit, k) => w2[unit * 200 + ours(k, 8, 25)]);
  fill(layers[2], b3, (unit, k) => w3[ours(k, 16, 16) * 64 + unit]);
  fill(layers[3], b4, (unit, k) => w4[k * 10 + unit]);
  return net;
}

function predictor(net) {
  const picture = new convnetjs.Vol(28, 28, 1, 0);
  return x => {
    for (let k = 0; k < x.length; k++) picture.w[k] = x[k];
    return net.forward(picture).w;
  };
}

function training(network) {
  const net = denseNet(network);
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd', learning_rate: RATE, momentum: 0, batch_size: BATCH, l2_decay: 0, l1_decay: 0,
  });
  const picture = new convnetjs.Vol(28, 28, 1, 0);
  return (pixels, labels) => {
    let loss = 0;
    for (let i = 0; i < labels.length; i++) {
      for (let k = 0; k < 784; k++) picture.w[k] = pixels[i * 784 + k];
      loss += trainer.train(picture, labels[i]).cost_loss;
    }
    return loss / labels.length;
  };
}

export async function open(networks) {
  const tasks = {
    dense: predictor(denseNet(networks.dense)),
    cnn: predictor(cnnNet(networks.cnn)),
    training: training(networks.training),
  };
  return [{ name: NAME, tasks }];
}
