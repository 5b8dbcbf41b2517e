import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Request } from "playwright-core";
import { learners, staff } from "@twiza/content";
import { LANGUAGES } from "@twiza/contract/where";
import { messages } from "@twiza/messages/widget";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskAt } from "../house/desk.ts";
import { newIntent } from "../house/house.ts";
import { done } from "../house/second-person.ts";
import { openSuite } from "./browser.ts";

const suite = openSuite();
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
  await expect.poll(() => page.locator("twiza-certificate b:not(.asking)").count()).toBe(12);
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

test("one that is suspended or has expired is told from one that counts, until it counts again", async () => {
  const { house } = suite;
  const { suspended, ended } = await deskAt(house, 6);
  const all = (language: string) =>
    [suspended, ended].map((id) => `<twiza-certificate id="${id}" lang="${language}"></twiza-certificate>`); // prettier-ignore
  const script = `<script src="${house.origin}/check/widget.js"></script>`;
  site.show(LANGUAGES.flatMap(all).join("") + script);
  const page = await (await suite.desk("en")).newPage();
  await page.goto(site.origin);
  const shown = page.locator("twiza-certificate section");
  await expect.poll(() => page.locator("b:is(.suspended, .expired)").count()).toBe(8);
  for (const [at, language] of LANGUAGES.entries())
    for (const [of, state] of (["suspended", "expired"] as const).entries()) {
      const box = shown.nth(at * 2 + of);
      expect(await box.locator("b").innerText()).toBe(`! ${messages[language][state]()}`);
      expect(await box.innerText()).not.toContain(messages[language].valid());
      // Whose it is and which stands there all the same: it is not unknown.
      expect(await box.locator("bdi").count()).toBe(4);
    }
  if (process.env["TWIZA_PICTURES"])
    await page.screenshot({ path: `${process.env["TWIZA_PICTURES"]}/widget-states.png`, fullPage: true }); // prettier-ignore

  const proposer = await house.as(staff.trainer.contact);
  const approver = await house.as(staff.administrator.contact);
  await done({ proposer, approver, certificateId: suspended }, { act: "reinstate" });
  await page.reload();
  await shown.first().getByText(messages.ar.valid()).waitFor();
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
