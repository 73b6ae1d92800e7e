import {chromium} from 'playwright-core';
const b=await chromium.launch({executablePath:process.env.CHROMIUM,args:['--no-sandbox']});
const [,,p,w,sel]=process.argv;
const g=await (await b.newContext({viewport:{width:+w,height:900}})).newPage();
await g.goto(`http://localhost:8120/${p}.html`);
await g.locator(sel).scrollIntoViewIfNeeded();
await g.waitForTimeout(1500);
console.log(JSON.stringify(await g.evaluate(sel=>{const walk=(e,d)=>{const r=e.getBoundingClientRect(),c=getComputedStyle(e);const o=[`${'  '.repeat(d)}${e.tagName}.${e.className} y=${r.top.toFixed(1)} h=${r.height.toFixed(1)} m=${c.marginTop}/${c.marginBottom} minh=${c.minHeight}`];if(d<2)for(const k of e.children)o.push(...walk(k,d+1));return o};return walk(document.querySelector(sel),0)},sel),null,1));
await b.close();
