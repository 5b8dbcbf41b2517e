import { createServer } from "node:http"; import { readFileSync } from "node:fs";
import chromium from "@sparticuz/chromium"; import { chromium as pw } from "playwright-core"; import { AxeBuilder } from "@axe-core/playwright";
const B="/tmp/look/site"; const types={html:"text/html; charset=utf-8",css:"text/css",json:"application/json",svg:"image/svg+xml"};
const s=createServer((q,r)=>{let p=q.url.split(/[?#]/)[0]; if(p==="/docs/api"||p==="/docs/api/")p="/docs/api/index.html"; try{const b=readFileSync(B+p); r.setHeader("content-type",types[p.split(".").pop()]); r.end(b)}catch{r.statusCode=404;r.end()}}).listen(4877);
const b=await pw.launch({executablePath:await chromium.executablePath(),args:["--no-sandbox","--disable-gpu","--headless"]});
for (const w of [360,1280]) for (const scheme of ["light","dark"]) {
 const c=await b.newContext({viewport:{width:w,height:800},colorScheme:scheme}); const p=await c.newPage();
 p.on("console",m=>console.log("console",m.text())); p.on("requestfailed",q=>console.log("failed",q.url()));
 await p.goto("http://localhost:4877/docs/api#course.not_published"); await p.screenshot({path:`/tmp/look/${w}-${scheme}-target.png`});
 await p.goto("http://localhost:4877/docs/api"); 
 const over=await p.evaluate(()=>({sw:document.documentElement.scrollWidth,cw:document.documentElement.clientWidth,h:document.documentElement.scrollHeight,
  small:[...document.querySelectorAll("a,summary")].filter(e=>{const r=e.getBoundingClientRect();return r.width>0&&(r.height<23.5||r.width<24)}).slice(0,12).map(e=>e.outerHTML.slice(0,90)+" "+Math.round(e.getBoundingClientRect().height)),
  wide:[...document.querySelectorAll("*")].filter(e=>e.getBoundingClientRect().right>innerWidth+1).slice(0,5).map(e=>e.outerHTML.slice(0,90))}));
 console.log(w,scheme,JSON.stringify(over));
 await p.screenshot({path:`/tmp/look/${w}-${scheme}-top.png`});
 await p.goto("http://localhost:4877/docs/api#createCohort"); await p.screenshot({path:`/tmp/look/${w}-${scheme}-op.png`});
 if(scheme==="light")for(const id of ["publishCourse","recordEvents","schema.CourseDesk","schema.Blocker","schema.Contact","schema.Problem"]){await p.goto("http://localhost:4877/docs/api#"+id); if(id==="publishCourse")await p.evaluate(()=>scrollBy(0,200)); await p.screenshot({path:`/tmp/look/${w}-${id}.png`});}
 await p.evaluate(()=>document.querySelectorAll("details").forEach(d=>d.open=true));
 const a=await new AxeBuilder({page:p}).withTags(["wcag2a","wcag2aa","wcag21aa","wcag22aa","best-practice"]).analyze();
 console.log("axe",w,scheme,a.violations.map(v=>`${v.id} ${v.nodes.length} ${v.nodes[0].html.slice(0,120)} ${v.nodes[0].failureSummary?.slice(0,200)}`));
 await c.close();
}
await b.close(); s.close();
