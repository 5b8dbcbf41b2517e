import { chromium } from "playwright-core"; import s from "@sparticuz/chromium";
const b = await chromium.launch({ executablePath: await s.executablePath(), args: ["--no-sandbox","--disable-gpu","--headless"] });
const p = await b.newPage(); p.on("console", m => console.log(m.type(), m.text().slice(0,300))); p.on("pageerror", e => console.log("ERR", e.stack?.slice(0,600))); p.on("framenavigated", f => console.log("NAV", f.url())); let n=0; p.on("request", r => { if (n++<60) console.log("REQ", r.url().slice(21,90)) });
p.goto("http://127.0.0.1:4730/nowhere?lang=ar").catch(()=>{}); await new Promise(r=>setTimeout(r,5000)); console.log(n); process.exit(0);
