import { readFile } from "node:fs/promises";
import { CourseId } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { largeCohort, newcomer } from "../house/offline.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { answersIn, inJson, whysOf } from "../journeys/pack-keys.ts";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { changeTaken } from "./pages/quiz.ts";
import { pick, sendBy } from "./parcels.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

/** Somebody new in the course of the seed, at the first page of its test, with all of the app on her phone. */
async function atTheTest(language: Language) {
  const words = wordsOf(language);
  const { course } = await theCourse(suite.house);
  const courseId = CourseId.parse(course.courseId);
  const group = await largeCohort(suite.house, await findLandmarks(suite.house));
  const { contact } = await newcomer(suite.house, group.id);
  const phone = await suite.phone(language, { through: front });
  await suite.signIn(phone, contact);
  const page = await phone.newPage();
  await page.goto(`/learn/${courseId}/quiz`);
  await button(page, words["quiz.start"]()).waitFor();
  await isWhole(page, language);
  const visitor = await suite.house.as(contact);
  const attempts = async () =>
    (await visitor.do("listAttempts", { params: { courseId } })).attempts;
  const key = await walk.answerKey(suite.house, courseId);
  return { words, language, courseId, phone, page, visitor, attempts, key };
}
type At = Awaited<ReturnType<typeof atTheTest>>;

async function takeAlong({ page, words, phone }: At): Promise<void> {
  await button(page, words["quiz.take"]()).tap();
  await page.locator(".taken").waitFor();
  suite.expects({ status: 0, path: /^\/api\// });
  await phone.setOffline(true);
  await page.reload();
  await page.locator(".taken").waitFor();
}

/** Courses with all they have, by the button of whoever pays for it. */
async function download({ page, words, courseId }: At): Promise<void> {
  await page.goto(`/learn/${courseId}`);
  await button(page, words["download.start"]()).tap();
  await page.getByRole("dialog").locator(".actions button").last().tap();
  await page.locator(".control.ready").waitFor();
  await page.goto(`/learn/${courseId}/quiz`);
}

/** All texts that the phone keeps of the site: its small things, its database, its caches. */
const everythingOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const all = [localStorage, sessionStorage].flatMap((store) =>
      Object.keys(store).map((name) => store.getItem(name) ?? ""),
    );
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error(`${name} does not open`));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(new Error(`${store} is not read`));
        });
        all.push(...rows.map((row) => JSON.stringify(row)));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        const type = kept?.headers.get("content-type") ?? "";
        if (kept && !/script|css|font|image|audio|video/.test(type)) all.push(await kept.text());
      }
    }
    return all;
  });

describe("graded tests without network", () => {
  test("a test is taken along, opened, answered and handed in without network, over reloads; its result comes when connected, and the server has it once", async () => {
    const at = await atTheTest("fr");
    const { page, words, phone, key } = at;
    await takeAlong(at);
    expect((await at.attempts()).map(({ state }) => state)).toEqual(["reserved"]);
    expect(await button(page, words["quiz.take"]()).count()).toBe(0);

    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    await walk.answerItem(at, key);
    await page.reload();
    await button(page, words["quiz.continue"]()).tap();
    await button(page, words["quiz.back"]()).tap();
    await expect.poll(() => walk.isAnswered(page)).toBe(true);
    await walk.goOn(at);
    for (let item = 1; item < key.asked; item += 1) await walk.answerItem(at, key);
    await button(page, words["quiz.submit"]()).dblclick();
    const handed = page.getByRole("heading", { name: words["quiz.handed"](), exact: true });
    await handed.waitFor();
    await page.reload();
    await handed.waitFor();
    await page.getByText(words["quiz.handed.wait"]()).waitFor();
    expect((await at.attempts()).map(({ state }) => state)).toEqual(["reserved"]);

    await phone.setOffline(false);
    await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
    const attempts = await at.attempts();
    expect(attempts).toMatchObject([{ state: "handed_in", percent: 100, passed: true, held: [] }]);
    await page.reload();
    await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
    expect(await at.attempts()).toEqual(attempts);
  });

  test("no key of a graded question lies on a phone with the course and a test that was begun: neither which option is right nor why", async () => {
    const at = await atTheTest("ar");
    await download(at);
    await takeAlong(at);
    await button(at.page, at.words["quiz.start"]()).tap();
    await at.page.locator("main progress").waitFor();
    const texts = await everythingOn(at.page);
    // What is signed carries its claims in letters of its own.
    const claims = texts.flatMap((text) => text.match(/eyJ[\w-]+/g) ?? []);
    const all = [...texts, ...claims.map((part) => Buffer.from(part, "base64url").toString())];
    const kept = all.join("\n");
    const { items, asked } = at.key;
    const prompts = items.map(({ prompt }) => prompt.fr ?? "");
    expect(prompts.filter((prompt) => kept.includes(inJson(prompt)))).toHaveLength(asked);
    expect(items.filter(({ id }) => kept.includes(id))).toHaveLength(asked);
    // The course is here, and practice in its lessons knows its own answers: the search does see them.
    expect(kept).toContain('"right":true');
    const whys = await whysOf(items);
    expect(whys.length).toBeGreaterThan(items.length);
    expect(whys.filter((why) => kept.includes(inJson(why)))).toEqual([]);
    const itemIds = new Set(items.map(({ id }) => id));
    expect(all.flatMap((text) => answersIn(text, itemIds))).toEqual([]);
  });

  test("a test that was begun with network is handed in without it", async () => {
    const at = await atTheTest("fr");
    const { page, words, phone, key } = at;
    await button(page, words["quiz.start"]()).tap();
    await walk.answerAll(at, key);
    suite.expects({ status: 0, path: /^\/api\// });
    await phone.setOffline(true);
    await button(page, words["quiz.submit"]()).tap();
    await page.getByRole("heading", { name: words["quiz.handed"](), exact: true }).waitFor();
    await phone.setOffline(false);
    await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
    expect(await at.attempts()).toMatchObject([{ state: "handed_in", percent: 100, held: [] }]);
  });

  test("what another phone handed in first stands; hers waits for a person, and she is told when connected", async () => {
    const at = await atTheTest("fr");
    const { page, words, phone, courseId, visitor, key } = at;
    await takeAlong(at);
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    const start = { params: { courseId }, body: { intentId: newIntent() } };
    const { id: attemptId } = await visitor.do("startAttempt", start);
    const body = { intentId: newIntent(), answers: key.answers };
    await visitor.do("submitAttempt", { params: { courseId, attemptId }, body });

    for (let item = 0; item < key.asked; item += 1) await walk.goOn(at);
    await button(page, words["quiz.submit"]()).tap();
    await page.getByRole("heading", { name: words["quiz.handed"](), exact: true }).waitFor();
    await phone.setOffline(false);
    await page.getByRole("heading", { name: words["quiz.held"](), exact: true }).waitFor();
    await page.getByText(words["quiz.held.ticket.used"]()).waitFor();
    expect(await at.attempts()).toMatchObject([{ percent: 100, held: [{ state: "waiting" }] }]);
  });

  test("answers that are not accepted come back with the sentence for their reason, and stay on the phone", async () => {
    const at = await atTheTest("ar");
    const { page, words, phone, key } = at;
    await takeAlong(at);
    await changeTaken(page, { ticket: "a.b.c" });
    await page.reload();
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    for (let item = 0; item < key.asked; item += 1) await walk.goOn(at);
    await button(page, words["quiz.submit"]()).tap();
    await page.getByRole("heading", { name: words["quiz.handed"](), exact: true }).waitFor();
    suite.expects({ status: 403, path: /^\/api\/enrolments\/[^/]+\/attempts\// });
    await phone.setOffline(false);
    await page.getByRole("heading", { name: words["quiz.refused"](), exact: true }).waitFor();
    await page.getByText(words["quiz.refused.ticket.forged"]()).waitFor();
    await page.goto("/queue");
    await page.getByRole("heading", { name: words["queue.refused"](), exact: true }).waitFor();
  });

  test("what another phone brought was taken, and is never shown as refused; its result comes once connected", async () => {
    const at = await atTheTest("fr");
    const { page, words, phone, courseId, key } = at;
    await page.goto("/learn");
    const ready = () => page.evaluate(() => Object.keys(localStorage).join(" "));
    await expect.poll(ready).toContain("copy.own.ready.");
    await page.goto(`/learn/${courseId}/quiz`);
    await takeAlong(at);
    await button(page, words["quiz.start"]()).tap();
    await walk.answerAll(at, key);
    await button(page, words["quiz.submit"]()).tap();
    const handed = page.getByRole("heading", { name: words["quiz.handed"](), exact: true });
    await handed.waitFor();
    await page.goto("/queue");
    await button(page, words["carry.make"]()).tap();
    const made = page.waitForEvent("download");
    await button(page, words["carry.save"]()).tap();
    const parcel = (await readFile(await (await made).path(), "utf8")).trim();
    const { receipt } = await suite.house.anyone.do("deliverParcel", { body: { parcel } });
    const file = { name: "r.txt", mimeType: "text/plain", buffer: Buffer.from(receipt) };
    const hers = sendBy(page);
    await pick(hers, file);
    await hers.getByText(words["carry.tests"]()).waitFor();

    await page.goto(`/learn/${courseId}/quiz`);
    await handed.waitFor();
    const refused = page.getByRole("heading", { name: words["quiz.refused"](), exact: true });
    expect(await refused.count()).toBe(0);
    await phone.setOffline(false);
    await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
    expect(await at.attempts()).toMatchObject([{ state: "handed_in", percent: 100, held: [] }]);
  });

  test("a ticket whose last day has passed opens nothing without network, and is taken anew with it", async () => {
    const at = await atTheTest("fr");
    const { page, words, phone } = at;
    await takeAlong(at);
    await changeTaken(page, { expiresAt: "2026-01-01T00:00:00.000Z" });
    await page.reload();
    await settled(page);
    const said = page.locator(".taken");
    const [before = ""] = words["quiz.taken.expired"]({ date: "|" }).split("|");
    await expect.poll(() => said.innerText()).toContain(before.trim());
    expect(await button(page, words["quiz.start"]()).count()).toBe(0);
    await phone.setOffline(false);
    await button(page, words["quiz.take"]()).tap();
    await expect.poll(() => said.innerText()).not.toContain(before.trim());
    await button(page, words["quiz.start"]()).waitFor();
  });
});
