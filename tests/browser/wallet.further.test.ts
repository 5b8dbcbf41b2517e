import { learners } from "@twiza/content";
import { paperAddress } from "@twiza/credential/paper-code";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { openSuite } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button, openMore } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

test("L15: the wallet lets her choose without network who sees what: it waits on the phone, goes with the network, and from then on the page of a closed one names nobody", async () => {
  const { contact, language } = learners.certified;
  const words = wordsOf(language);
  const hers = await suite.house.as(contact);
  const [all] = (await hers.do("listWallet", {})).certificates;
  // Also when it is tried again.
  const now = new Date().toISOString();
  const wish = { intentId: newIntent(), shows: "whole", wishedAt: now, sentAt: now } as const;
  await hers.do("showCertificate", { params: { certificateId: all?.id ?? "" }, body: wish });
  const phone = await suite.phone(language, { through: front });
  const page = await suite.pageOf(phone, contact);
  await page.goto("/wallet");
  await button(page, words["holding.more"]()).waitFor();
  await isWhole(page, language);
  await suite.cut(phone);
  await button(await openMore(page, words), words["shows.title"]()).tap();
  const sheet = page.getByRole("dialog", { name: words["shows.title"](), exact: true });
  await sheet.getByRole("radio", { name: words["shows.closed"]() }).check();
  await button(sheet, words["shows.keep"]()).tap();
  await page.getByText(words["shows.waits"]()).waitFor();
  const [held] = (await hers.do("listWallet", {})).certificates;
  expect(held?.shows).toBe("whole");
  await page.reload();
  await page.getByText(words["shows.waits"]()).waitFor();

  await phone.setOffline(false);
  await page.getByText(words["shows.waits"]()).waitFor({ state: "detached" });
  await page.getByText(words["shows.is.closed"]()).waitFor();
  const stranger = await (await suite.phone(language, { javaScript: false })).newPage();
  await stranger.goto(`/verify/${held?.id ?? ""}`);
  const text = await stranger.locator("body").innerText();
  expect(text).toContain(held?.number);
  expect(text).not.toContain(held?.learnerName);

  // Whoever has her paper sees all of it: the square leads to where its code is read.
  const { code } = await (await suite.house.as(contact)).do("readSigned", { params: { certificateId: held?.id ?? "" } }); // prettier-ignore
  const reader = await (await suite.phone(language)).newPage();
  suite.expects({ status: 404, path: /^\/api\/log\// }, { status: 0, path: /^\/(?:o|log)\// });
  await reader.goto(paperAddress("", held?.id ?? "", code));
  await reader.getByText(held?.learnerName ?? "").waitFor();
  expect(new URL(reader.url()).pathname).toBe("/check");
});
