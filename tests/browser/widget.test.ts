import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Request } from "playwright-core";
import { learners } from "@twiza/content";
import { LANGUAGES } from "@twiza/contract/where";
import { messages } from "@twiza/messages/widget";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { openSuite } from "./browser.ts";

const suite = openSuite();
const PATIENCE = { timeout: 15_000 };
const UNKNOWN = `crt_${"0".repeat(32)}`;

/** Somebody else's site: other scheme, host and port than ours, with a policy that lets our script and our register in and nothing else. */
let site: { origin: string; show: (body: string) => void; close: () => void };
beforeAll(async () => {
  let body = "";
  const server = createServer((_, answer) => {
    const ours = suite.house.origin;
    answer
      .writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": `default-src 'none'; script-src ${ours}; connect-src ${ours}; style-src 'unsafe-inline'; img-src data:`,
      })
      .end(`<!doctype html><title>Employer</title><link rel="icon" href="data:,">${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (next) => (body = next),
    close: () => void server.close(),
  };
});
afterAll(() => site.close());

test("on a site of somebody else's it shows what the register says in the reader's language, reads nothing of the page and sends no cookie", async () => {
  const { house } = suite;
  const idOf = async (contact: string) =>
    (await (await house.as(contact)).do("listWallet", {})).certificates[0]?.id ?? "";
  const [valid, revoked] = [
    await idOf(learners.certified.contact),
    await idOf(learners.revoked.contact),
  ];
  const script = `<script src="${house.origin}/check/widget.js"></script>`;
  const all = (language: string) =>
    [valid, revoked, UNKNOWN].map((id) => `<twiza-certificate id="${id}" lang="${language}"></twiza-certificate>`); // prettier-ignore
  site.show(
    `<form><input name="secret" value="4711"></form>${LANGUAGES.flatMap(all).join("")}${script}`,
  );
  const desk = await suite.desk("fr");
  await suite.signIn(desk, learners.certified.contact);
  const page = await desk.newPage();
  suite.expects({ status: 404, path: /^\/api\/verify\// });
  const asked: Request[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin === house.origin) asked.push(request);
  });
  await page.goto(site.origin);
  const shown = page.locator("twiza-certificate section");
  await expect
    .poll(() => page.locator("twiza-certificate b:not(.asking)").count(), PATIENCE)
    .toBe(12);
  for (const [at, language] of LANGUAGES.entries()) {
    const t = messages[language];
    const texts = await Promise.all([0, 1, 2].map((of) => shown.nth(at * 3 + of).innerText()));
    for (const [of, state] of (["valid", "revoked", "unknown"] as const).entries())
      expect(texts[of]).toContain(t[state]());
    // A name in another script keeps to the side on which the box is read.
    const ends = await shown.nth(at * 3).locator("b, bdi").evaluateAll(startsOf, language === "ar"); // prettier-ignore
    expect(new Set(ends).size).toBe(1);
    expect(await shown.nth(at * 3).getAttribute("dir")).toBe(language === "ar" ? "rtl" : "ltr");
    expect(await shown.nth(at * 3).locator("a").getAttribute("href")).toBe(`${house.origin}/verify/${valid}?lang=${language}`); // prettier-ignore
  }
  if (process.env["TWIZA_PICTURES"])
    await page.screenshot({ path: `${process.env["TWIZA_PICTURES"]}/widget.png`, fullPage: true });

  // What leaves the page: our script, and for each certificate one question that names it alone.
  const told = await Promise.all(
    asked.map(async (request) => ({
      path: new URL(request.url()).pathname,
      cookie: (await request.allHeaders())["cookie"],
      body: request.postData(),
    })),
  );
  expect(told.filter(({ cookie, body }) => cookie !== undefined || body !== null)).toEqual([]);
  expect(new Set(told.map(({ path }) => path))).toEqual(
    new Set(["/check/widget.js", ...[valid, revoked, UNKNOWN].map((id) => `/api/verify/${id}`)]),
  );

  // She closes hers: the next reader sees no name.
  const at = new Date().toISOString();
  const learner = await house.as(learners.certified.contact);
  const [{ learnerName } = { learnerName: "" }] = (await learner.do("listWallet", {})).certificates;
  expect(await shown.first().innerText()).toContain(learnerName);
  const wish = { intentId: newIntent(), shows: "closed", wishedAt: at, sentAt: at } as const;
  await learner.do("showCertificate", { params: { certificateId: valid }, body: wish });
  await page.reload();
  await shown.nth(3).getByText(messages.fr.closed()).waitFor();
  const closed = await shown.nth(3).innerText();
  expect(closed).toContain(messages.fr.valid());
  expect(closed).not.toContain(learnerName);
});

test("a register that does not answer is told from a certificate that is not known", async () => {
  const { house } = suite;
  site.show(`<twiza-certificate src="${house.origin}/verify/${UNKNOWN}" lang="en"></twiza-certificate><script src="${house.origin}/check/widget.js"></script>`); // prettier-ignore
  const page = await (await suite.desk("en")).newPage();
  suite.expects({ status: 0, path: /^\/api\/verify\// });
  await page.route("**/api/verify/**", (route) => route.abort("connectionrefused"));
  await page.goto(site.origin);
  await page.locator("twiza-certificate").getByText(messages.en.away()).waitFor();
});

/** Where lines begin, counted from the side on which they are read. */
function startsOf(lines: readonly Element[], isRtl: boolean): readonly number[] {
  return lines.map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const { left, right } = range.getBoundingClientRect();
    return Math.round(isRtl ? right : left);
  });
}
