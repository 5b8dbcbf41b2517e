import { staff } from "@twiza/content";
import { found } from "@twiza/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { lookAt, type Observing, openObserving, photoBy, SHEARING } from "../house/observing.ts";
import { somePng } from "../house/pictures.ts";
import { openSuite, settled } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button, link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const [ITTO, HADDA] = ["itto@example.org", "hadda@example.org"];
let front: Front;
let at: Observing;
beforeAll(async () => {
  front = await openFront(suite.house);
  at = await openObserving(suite.house, [ITTO, HADDA]);
  const pin = (as: "learner" | "account", digits: string) => ({ body: { intentId: newIntent(), as, pin: digits } }); // prettier-ignore
  await at.trainer.do("setPin", pin("account", "8264"));
  await (await suite.house.as(ITTO)).do("setPin", pin("learner", "7392"));
});
afterAll(() => front.close());

const seenOf = async (contact: string) =>
  (
    await at.trainer.do("listObservations", {
      params: { cohortId: at.cohortId, learnerId: found(at.learners.get(contact)) },
    })
  ).observations;
/** The steps of a checklist that were answered, in their order. */
const answers = (page: Page) => page.locator("ol > li [aria-pressed=true]").allInnerTexts();

describe("a skill seen on the spot", () => {
  test("is filled in without network, survives a reload with its photo, is confirmed by both PINs, and arrives by itself once", async () => {
    const words = wordsOf("ar");
    const phone = await suite.phone("ar", { through: front });
    const page = await suite.pageOf(phone, staff.trainer.contact);
    await page.goto(`/observe?cohort=${at.cohortId}`);
    await page.getByRole("link", { name: "itto" }).waitFor();
    await isWhole(page, "ar");
    // Once more through the worker, as whoever comes back the next morning.
    await page.reload();
    await page.getByRole("link", { name: "itto" }).waitFor();
    suite.expects({ status: 0, path: /^\/api\// });
    await phone.setOffline(true);
    await page.reload();
    await settled(page);
    await page.getByRole("link", { name: "itto" }).tap();
    await page.getByRole("link", { name: "جزّ نعجة" }).tap();
    for (const [step, word] of (["seen.met", "seen.met", "seen.not_seen"] as const).entries())
      await button(page, words[word]()).nth(step).tap();
    await page.locator("input[type=file]").setInputFiles({
      name: "proof.png",
      mimeType: "image/png",
      // As large as a camera's, so that it takes a moment to be made small: she writes on meanwhile.
      buffer: somePng({ width: 4000, height: 3000 }),
    });
    await page.getByLabel(words["observe.note.whole"]()).fill("يدها ثابتة");
    await page.locator("main img").waitFor();

    await page.reload();
    await page.locator("main img").waitFor();
    expect(await answers(page)).toEqual([
      words["seen.met"](),
      words["seen.met"](),
      words["seen.not_seen"](),
    ]);
    expect(await page.getByLabel(words["observe.note.whole"]()).inputValue()).toBe("يدها ثابتة");

    await button(page, words["observe.confirm"]()).tap();
    await page.getByLabel(words["observe.pin.learner"]({ name: "itto" })).fill("٧٣٩٢");
    await page.getByLabel(words["observe.pin.observer"]()).fill("8264");
    await button(page, words["observe.save"]()).tap();
    await page.getByRole("link", { name: "itto" }).waitFor();
    const strip = link(page, words["offline.waiting"]({ count: 1 }));
    await strip.waitFor();
    // What the phone keeps tells neither PIN.
    expect(await keptOn(page)).not.toMatch(/7392|8264/);
    expect(await seenOf(ITTO)).toEqual([]);

    await phone.setOffline(false);
    await strip.waitFor({ state: "detached" });
    const [observation, ...others] = await seenOf(ITTO);
    expect(others).toEqual([]);
    expect(observation).toMatchObject({
      checklistId: SHEARING,
      note: "يدها ثابتة",
      judgement: { passed: true, met: 2, of: 3 },
      confirmation: { state: "confirmed", by: "pin" },
    });
    expect(observation?.photos).toHaveLength(1);
    await page.getByText(words["observe.standing.passed"]()).first().waitFor();
  });

  test("waits for whoever has no PIN there: she reads it in her own app, looks at the photo and agrees", async () => {
    const words = wordsOf("fr");
    const learnerId = found(at.learners.get(HADDA));
    const body = lookAt(learnerId, {}, { photos: [await photoBy(at.trainer, suite.house)] });
    await at.trainer.do("recordObservation", { params: { cohortId: at.cohortId }, body });
    const phone = await suite.phone("fr");
    const page = await suite.pageOf(phone, HADDA);
    await page.goto(`/courses/${at.courseId}`);
    await page.getByText(words["seen.result"]({ met: 3, of: 3 })).waitFor();
    await button(page, words["seen.photos"]({ count: 1 })).tap();
    const photo = page.getByRole("img", { name: words["seen.photo"]({ number: 1 }) });
    await expect.poll(() => photo.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0); // prettier-ignore
    await button(page, words["seen.agree"]()).tap();
    await page.getByText(words["seen.own.app"]()).waitFor();
    const [observation] = await seenOf(HADDA);
    expect(observation?.confirmation).toMatchObject({ state: "confirmed", by: "app" });
  });
});

/** All that the observer's database and the page's own storage hold, as text. */
const keptOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("twiza-observing");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error("no database"));
    });
    const rows: unknown[] = [];
    for (const name of opened.objectStoreNames)
      rows.push(
        await new Promise((resolve) => {
          const request = opened.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result);
        }),
      );
    opened.close();
    return JSON.stringify([rows, Object.entries(localStorage)]);
  });
