import { readFile } from "node:fs/promises";
import { learners } from "@twiza/content";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readManifest } from "../../web/scripts/graph.ts";
import { checking } from "../house/checking.ts";
import { openSuite, settled } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button, openMore } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const { contact, language } = learners.certified;
const words = wordsOf(language);
const FORMS = ["png", "svg", "jwt", "document"] as const;
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

/** The file that a tap puts among her downloads, and what somebody finds who checks it. */
async function saved(page: Page, tapped: Locator) {
  const download = page.waitForEvent("download");
  await tapped.tap();
  const file = await download;
  const bytes = new Uint8Array(await readFile(await file.path()));
  const { verdict, claims } = await checking(suite.house, bytes);
  return { name: file.suggestedFilename(), verdict, number: claims?.number };
}

test("L15: whatever form she keeps her certificate in is checked as valid; all but paper are made without network", async () => {
  const phone = await suite.phone(language, { through: front });
  await phone.addInitScript(() => {
    // Who it is about stands on paper alone.
    window.print = () => {
      const printed = document.querySelector(".passport.printing")?.textContent ?? "";
      document.documentElement.dataset["printed"] = printed;
    };
  });
  const page = await suite.pageOf(phone, contact);
  await page.goto("/wallet");
  await settled(page);
  const [held] = (await (await suite.house.as(contact)).do("listWallet", {})).certificates;
  const number = held?.number ?? "";
  await suite.house.server.worker.settled();

  await button(await openMore(page, words), words["passport.paper"]()).tap();
  const paper = button(page.getByRole("dialog"), words["paper.save"]());
  const inItsLanguage: unknown = expect.stringMatching(new RegExp(`^${number}-[a-z-]+[.]pdf$`));
  expect(await saved(page, paper)).toEqual({ name: inItsLanguage, verdict: "valid", number });
  await button(page.getByRole("dialog"), words["app.close"]()).tap();

  await button(await openMore(page, words), words["passport.keep"]()).tap();
  const sheet = page.getByRole("dialog", { name: words["passport.keep"](), exact: true });
  await button(sheet, words["keep.png"]()).waitFor();
  await isWhole(page, language);
  await page.waitForLoadState("networkidle");
  suite.expects({ status: 0, path: /^\/api\// });
  await phone.setOffline(true);
  for (const form of FORMS) {
    const ending = form === "document" ? "json" : form;
    const name = `${number}.${ending}`;
    expect(await saved(page, button(sheet, words[`keep.${form}`]()))).toEqual({ name, verdict: "valid", number }); // prettier-ignore
  }
  await button(sheet, words["app.close"]()).tap();

  await button(page, words["passport.print"]()).tap();
  const printed = await page.locator("html").getAttribute("data-printed");
  expect(printed).toContain(held?.learnerName);
});

test("what cannot be kept or made says why, and not that there is no network", async () => {
  const phone = await suite.phone(language, { through: front });
  const page = await suite.pageOf(phone, contact);
  const [held] = (await (await suite.house.as(contact)).do("listWallet", {})).certificates;
  await page.goto("/wallet");
  await settled(page);
  const toast = (text: string) => page.getByRole("status").getByText(text).first().waitFor();

  // A part of the page that does not come, as after the site was renewed.
  const { file = "" } = readManifest()["src/lib/keep/bring.ts"] ?? {};
  suite.expects({ status: 503, path: /^\/(?:_app|api)\// });
  front.meddle(`/${file}`, { status: 503 });
  await button(await openMore(page, words), words["passport.keep"]()).tap();
  await toast(words["holding.away"]());

  // The server fails: its sheet says so, and tries again.
  front.meddle(`/api/certificates/${held?.id ?? ""}/paper`, { status: 503 });
  await button(await openMore(page, words), words["passport.paper"]()).tap();
  const sheet = page.getByRole("dialog", { name: words["paper.title"](), exact: true });
  await button(sheet, words["paper.save"]()).tap();
  const alert = sheet.getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).not.toContain(words["error.offline"]());
  front.leaveAlone();
  const download = page.waitForEvent("download");
  await button(sheet, words["paper.save"]()).tap();
  await download;
  await button(sheet, words["app.close"]()).tap();

  // A browser that draws nothing.
  await page.evaluate(() => (HTMLCanvasElement.prototype.getContext = () => null));
  await button(await openMore(page, words), words["wallet.save"]()).tap();
  await toast(words["holding.undrawn"]());
});
