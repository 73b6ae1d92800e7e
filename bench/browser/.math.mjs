import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [w, s] of [[1200, 'light'], [360, 'dark']]) {
  const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: s });
  for (const n of ['nmn', 'hidden-layer', 'prototypes', 'softmax', 'xor', 'history', 'manifold', 'reproduce']) {
    await p.goto(`http://localhost:8120/${n}.html`);
    const els = await p.locator(n === 'reproduce' ? 'pre' : 'div.formula').all();
    for (let i = 0; i < els.length; i++) { await els[i].scrollIntoViewIfNeeded(); await els[i].screenshot({ path: `/tmp/w/math/${w}-${n}-${i}.png` }); }
  }
}
await b.close();
