// still vs live height of every figure: node .heights.mjs [page...]
import {chromium} from 'playwright-core';
const pages=process.argv.slice(2).length?process.argv.slice(2):['index','history','xor','softmax','hidden-layer','two-dimensions','convolution','manifold','nmn','prototypes','fragile','figures','data'];
const b=await chromium.launch({executablePath:process.env.CHROMIUM,args:['--no-sandbox']});
for(const width of [320,360,414,600,768,900,1280,1600]){
 for(const p of pages){
  const c=await b.newContext({viewport:{width,height:900},reducedMotion:'reduce'});
  const g=await c.newPage();
  await g.addInitScript(()=>{window.before={};addEventListener('DOMContentLoaded',()=>{});});
  await g.route('**/demos*.js',r=>r.abort());
  await g.goto(`http://localhost:8120/${p}.html`,{waitUntil:'load'});
  await g.evaluate(()=>document.fonts.ready);
  const before=await g.evaluate(()=>Object.fromEntries([...document.querySelectorAll('figure.demo')].map(f=>[f.id,f.querySelector('.stage').getBoundingClientRect().height])));
  await g.unroute('**/demos*.js');
  await g.reload({waitUntil:'load'});
  const n=await g.locator('figure.demo').count();
  for(let i=0;i<n;i++){await g.locator('figure.demo').nth(i).scrollIntoViewIfNeeded();await g.locator('figure.demo[data-state=live]').nth(i).waitFor({timeout:20000}).catch(()=>console.log('not live',p,i));}
  await g.waitForTimeout(150);
  const live=await g.evaluate(()=>Object.fromEntries([...document.querySelectorAll('figure.demo')].map(f=>{const l=f.querySelector('.live');const last=[...l.children].filter(e=>e.getClientRects().length).pop();const s=f.querySelector('.still').firstElementChild.getBoundingClientRect().height;const lr=l.getBoundingClientRect();const need=last?last.getBoundingClientRect().bottom-lr.top:0;return [f.id,[f.querySelector('.stage').getBoundingClientRect().height,s,need,lr.height]];})));
  for(const id in before){const d=live[id][0]-before[id];const slack=live[id][3]-Math.max(live[id][2],live[id][1]);if(process.env.ALL||Math.abs(d)>0.5)console.log(width,p,id,'shift',d.toFixed(1),'still',live[id][1].toFixed(0),'need',live[id][2].toFixed(0),'box',live[id][3].toFixed(0),'slack',slack.toFixed(0));}
  await c.close();
 }
}
await b.close();
