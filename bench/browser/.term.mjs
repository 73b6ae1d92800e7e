import { chromium, firefox } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await b.newPage({ viewport: { width: 1200, height: 800 } });
await p.goto('http://localhost:8120/softmax.html');
for (const i of [0,1,2]) {
  const r = await p.evaluate(i => { const t = document.querySelectorAll('.term')[i]; t.focus(); const m = t.nextElementSibling; const a = t.getBoundingClientRect(), c = m.getBoundingClientRect(); return [t.textContent, a.top, a.bottom, c.top, c.left, c.width, getComputedStyle(m).visibility]; }, i);
  console.log(r.join(' '));
}
await p.screenshot({ path: '/tmp/w/term.png' });
await b.close();
