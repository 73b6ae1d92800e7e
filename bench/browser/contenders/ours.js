// This project: its Java, compiled by TeaVM as for the page. The runner has loaded it as the global seeingDigits.
import { BATCH, RATE } from '../settings.js';

export const NAME = 'Seeing Digits';

function entrant(name, module, networks) {
  const { network, predict, train } = globalThis.seeingDigits;
  const make = (task, batch) => {
    // As in the page, where networks that stay share one kernel and training has its own.
    const kernel = module && new WebAssembly.Instance(module).exports;
    const { architecture, parameters } = networks[task];
    return network(kernel, architecture, batch, Float32Array.from(parameters.flatMap(each => each.values)));
  };
  const tasks = {};
  for (const task of ['dense', 'yat', 'cnn']) {
    const id = make(task, 1);
    tasks[task] = x => predict(id, x);
  }
  const pupil = make('training', BATCH);
  tasks.training = (pixels, labels) => train(pupil, pixels, labels, RATE);
  return { name, tasks };
}

export async function open(networks, files) {
  const module = await WebAssembly.compile(await files.read(files.kernel));
  return [entrant(NAME, module, networks), entrant(`${NAME}, plain Java`, null, networks)];
}
