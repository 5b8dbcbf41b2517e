import { chromium } from "playwright-core";
import sparticuz from "@sparticuz/chromium";
const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: ["--no-sandbox", "--disable-gpu", "--headless"],
});
const jobs = JSON.parse(process.argv[2]);
for (const j of jobs) {
  const c = await browser.newContext({
    viewport: { width: j.w, height: j.h ?? 800 },
    colorScheme: j.dark ? "dark" : "light",
    locale: j.locale ?? "en",
  });
  const p = await c.newPage();
  const logs = [];
  p.on("console", (m) => ["error", "warning"].includes(m.type()) && logs.push(m.text()));
  p.on("pageerror", (e) => logs.push("PAGEERROR " + e.message));
  let bytes = 0,
    n = 0,
    fonts = [];
  p.on("response", async (r) => {
    n++;
    try {
      const s = await r.request().sizes();
      bytes += s.responseBodySize;
      if (/woff2/.test(r.url())) fonts.push(r.url().split("/").pop() + ":" + s.responseBodySize);
    } catch {}
  });
  await p.goto((j.base ?? "http://127.0.0.1:4730") + j.url, { waitUntil: "load" });
  if (j.js) await p.evaluate(j.js);
  await p.waitForTimeout(900);
  const over = await p.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (j.slices) {
    const H = await p.evaluate(() => document.documentElement.scrollHeight);
    await p.addStyleTag({ content: "x{}" }).catch(() => {});
    await p.setViewportSize({ width: j.w, height: H });
    let k = 0;
    for (let y = 0; y < H; y += 1500)
      await p.screenshot({
        path: j.out.replace(".png", "-" + k++ + ".png"),
        fullPage: true,
        clip: { x: 0, y, width: j.w, height: Math.min(1500, H - y) },
      });
  } else await p.screenshot({ path: j.out, fullPage: j.full ?? true });
  console.log(
    j.out,
    "overflow",
    over,
    "requests",
    n,
    "bytes",
    bytes,
    fonts.join(" "),
    [...new Set(logs)].slice(0, 5).join(" | "),
  );
  await c.close();
}
await browser.close();
