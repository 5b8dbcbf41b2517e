import { learners } from "@twiza/content";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { leaveUnsent, waitingOn } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { carryFor, pick, sendBy } from "./parcels.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const { contact, language } = learners.underWay;
const words = wordsOf(language);
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

/** Made ready for what waits while its browser still kept things, and then without network. */
const readyPhone = suite.keeping(async () => {
  const phone = await suite.phone(language, { through: front });
  const page = await suite.pageOf(phone, contact);
  await page.goto("/queue");
  await sendBy(page).waitFor();
  await isWhole(page, language);
  await page.reload();
  await settled(page);
  await page.close();
  await phone.setOffline(true);
  return phone;
});

/** Browsers that keep nothing: some refuse it in a private window, and over plain HTTP they know of nothing to keep things in. */
const KEEPS_NOTHING = {
  "refuses to": () => {
    CacheStorage.prototype.open = () => Promise.reject(new DOMException("no", "SecurityError"));
  },
  "knows of no way to": () => {
    Reflect.deleteProperty(globalThis, "caches");
    Object.defineProperty(crypto, "subtle", { value: undefined });
  },
};
const HOWS = ["refuses to", "knows of no way to"] as const;

test.each(HOWS)(
  "where the browser %s keep things a sentence says so, and what waits stays",
  async (how) => {
    const phone = await readyPhone();
    suite.expects({ status: 0, path: /^\/(?:api|_app\/immutable)\// });
    const page = await phone.newPage();
    await page.goto("/queue");
    await leaveUnsent(page);
    await page.addInitScript(KEEPS_NOTHING[how]);
    const said = page.getByRole("alert").getByText(words["carry.fault.browser"]());
    await page.reload();
    await button(sendBy(page), words["carry.make"]()).tap();
    await said.waitFor();
    await page.reload();
    await pick(sendBy(page), tokenFile("twiza-receipt+jws", 1, 86));
    await said.waitFor();
    if (how === "knows of no way to") {
      await page.reload();
      await pick(carryFor(page), tokenFile("twiza-parcel+jwe", 3, 22));
      await said.waitFor();
    }
    expect(await waitingOn(page)).toBe(1);

    await page.goto("/downloads");
    await page.getByText(words["take.why.browser"]()).waitFor();
    expect(await page.locator("main input[type=file]").count()).toBe(0);
  },
);

/** A file with something that has the shape of a parcel or a receipt. */
function tokenFile(typ: string, middle: number, last: number) {
  const head = Buffer.from(JSON.stringify({ typ })).toString("base64url");
  const parts = [head, ...Array<string>(middle).fill("x"), "x".repeat(last)];
  return { name: "file.txt", mimeType: "text/plain", buffer: Buffer.from(parts.join(".")) };
}
