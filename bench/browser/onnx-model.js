// Writes an ONNX model byte by byte: protocol buffers need no library for so little. Field numbers are those of onnx.proto.

const VARINT = 0;
const BYTES = 2;
const FLOAT = 1;
const OPSET = 17;
const IR_VERSION = 8;
const ATTRIBUTE_INTS = 7;

function varint(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** A message of [field, value] pairs: a value is a whole number, text, bytes, or a message already written. */
function message(...fields) {
  const parts = [];
  for (const [field, value] of fields) {
    if (typeof value === 'number') {
      parts.push(Uint8Array.from([...varint((field << 3) | VARINT), ...varint(value)]));
    } else {
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      parts.push(Uint8Array.from([...varint((field << 3) | BYTES), ...varint(bytes.length)]), bytes);
    }
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const each = (field, values) => values.map(value => [field, value]);

function tensor(name, { shape, values }) {
  const raw = new Uint8Array(Float32Array.from(values).buffer);
  return message(...each(1, shape), [2, FLOAT], [8, name], [9, raw]);
}

function attribute(name, ints) {
  return message([1, name], ...each(8, ints), [20, ATTRIBUTE_INTS]);
}

function node([operation, inputs, output, attributes = {}]) {
  const written = Object.entries(attributes).map(([name, ints]) => attribute(name, ints));
  return message(...each(1, inputs), [2, output], [3, output], [4, operation], ...each(5, written));
}

function value(name, shape) {
  const dimensions = message(...each(1, shape.map(size => message([1, size]))));
  return message([1, name], [2, message([1, message([1, FLOAT], [2, dimensions])])]);
}

/** A model that takes `x` of this shape and gives `y`, 1 × 10, by nodes of [operation, inputs, output, attributes]. */
export function model(shape, constants, nodes) {
  const graph = message(
    ...each(1, nodes.map(node)),
    [2, 'network'],
    ...each(5, Object.entries(constants).map(([name, constant]) => tensor(name, constant))),
    [11, value('x', shape)],
    [12, value('y', [1, 10])],
  );
  return message([1, IR_VERSION], [7, graph], [8, message([1, ''], [2, OPSET])]);
}
