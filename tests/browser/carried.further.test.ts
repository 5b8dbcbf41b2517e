import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { learners } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import { found } from "@twiza/core";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readManifest } from "../../web/scripts/graph.ts";
import { eventsOf } from "../house/events.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { films } from "./camera.ts";
import { theCourse } from "./courses.ts";
import { forget, keysOf, waitingOn } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole, keptIn, shellsOf } from "./kept.ts";
import { carryFor, pick, sendBy } from "./parcels.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const PARCELS = "/api/parcels";
/** Whose things are carried, and what her phone says. */
const { contact, language } = learners.underWay;
const words = wordsOf(language);
/** Who carries them reads from right to left. */
const reads: Language = "ar";
const said = wordsOf(reads);
/** Where there is no network these are asked for in vain. */
const CUT = { status: 0, path: /^\/(?:api|content|_app\/immutable)\// };
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterEach(() => front.leaveAlone());
afterAll(() => front.close());

/** A phone that was made ready in the quiet of a page, and then went where there is no network. */
const farPhone = suite.keeping(async () => {
  const phone = await suite.phone(language, { through: front });
  const page = await suite.pageOf(phone, contact);
  const { lessons } = await theCourse(suite.house);
  await page.goto(lessons[0] ?? "");
  await page.locator(".blocks > .block").first().waitFor();
  await isWhole(page, language);
  await page.goto("/learn");
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).join(" ")))
    .toContain("copy.own.ready.");
  await expect.poll(() => keptIn(page, "phone")).toContain("/api/keys");
  await page.close();
  await phone.setOffline(true);
  return phone;
});

/** What she does there waits, and nothing else. */
async function farAway() {
  const phone = await farPhone();
  suite.expects(CUT);
  const page = await phone.newPage();
  const { lessons } = await theCourse(suite.house);
  await page.goto(lessons[0] ?? "");
  await forget(page);
  await walk.practise({ page, language });
  await expect.poll(() => waitingOn(page)).toBeGreaterThan(0);
  const ids = (await keysOf(page, "outbox")).map((key) => String(key.at(-1)));
  await page.goto("/queue");
  return { phone, page, ids };
}

/** What waits there, sealed so many times: each time it is another parcel. */
async function sealed(page: Page, times: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let n = 0; n < times; n++) {
    if (n > 0) await page.reload();
    await button(sendBy(page), words["carry.make"]()).tap();
    paths.push(await saved(sendBy(page), words["carry.save"]()));
  }
  return paths;
}

/** The phone of somebody who is not signed in and has only opened the page once. */
const carriersPhone = suite.keeping(async () => {
  const phone = await suite.phone(reads, { through: front });
  const page = await phone.newPage();
  await page.goto("/queue");
  await button(page, said["carry.file.parcel"]()).waitFor();
  await isWhole(page, reads);
  await page.reload();
  await settled(page);
  await page.close();
  return phone;
});

/** She is where there is no network, and carries nothing yet. */
async function carrier() {
  const phone = await carriersPhone();
  suite.expects(CUT);
  await phone.setOffline(true);
  const page = await phone.newPage();
  await page.goto("/queue");
  if (await forget(page)) await page.reload();
  await settled(page);
  return { phone, page };
}

async function saved(part: Locator, name: string): Promise<string> {
  const [download] = await Promise.all([
    part.page().waitForEvent("download"),
    button(part, words["carry.save"]()).or(part.getByRole("button", { name })).first().tap(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^twiza-(?:parcel|receipt)\.txt$/);
  const path = join(suite.house.folder, `${String(Math.random())}.txt`);
  await download.saveAs(path);
  return path;
}

/** Where there is network from now on, a parcel is delivered, and its answer is still on its way. */
async function delivers(phone: BrowserContext): Promise<void> {
  front.look();
  front.meddle(PARCELS, { lateBy: 3000 });
  await phone.setOffline(false);
  const paths = () => front.look().map(({ path }) => path);
  await expect.poll(paths, { timeout: 30_000, interval: 50 }).toContain(PARCELS);
}

async function serverHas(ids: readonly string[], { phone }: { phone: BrowserContext }) {
  const { learner } = await walk.whoIsHere(suite.house, phone);
  const events = await eventsOf(suite.house.server.engine, found(learner).id);
  return ids.every((id) => events.has(id));
}

describe("what waits is carried home by another phone", () => {
  test("as a file: sealed without network, delivered by whoever has some, answered by a receipt that clears the first phone", async () => {
    const { phone, page, ids } = await farAway();
    const hers = sendBy(page);
    await button(hers, words["carry.make"]()).tap();
    await hers.getByText(words["carry.stays"](), { exact: false }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const parcel = await saved(hers, words["carry.save"]());
    expect(await waitingOn(page)).toBe(ids.length);

    const other = await carrier();
    const theirs = carryFor(other.page);
    await pick(theirs, parcel);
    await theirs.getByText(said["carry.for.waiting"]()).waitFor();
    expect(await serverHas(ids, { phone })).toBe(false);
    // The same file once more is the same parcel.
    await pick(theirs, parcel);
    expect(await theirs.locator("article").count()).toBe(1);
    await other.phone.setOffline(false);
    await theirs.getByText(said["carry.for.sent"]()).waitFor();
    expect(await serverHas(ids, { phone })).toBe(true);
    expect(await overflow(other.page)).toBeLessThanOrEqual(0);
    const receipt = await saved(theirs.locator("article"), said["carry.save"]());

    await pick(hers, receipt);
    await hers.getByText(words["carry.arrived"]({ count: ids.length })).waitFor();
    expect(await waitingOn(page)).toBe(0);
    await expect.poll(() => page.locator(".strip a").count()).toBe(0);
    await page.getByRole("heading", { name: words["queue.sent"]() }).waitFor();
    // Taken twice it changes nothing.
    await pick(hers, receipt);
    await hers.getByText(words["carry.again"]()).waitFor();
    await button(theirs, said["carry.for.drop"]()).tap();
    await expect.poll(() => theirs.locator("article").count()).toBe(0);
  });

  test("as squares, filmed by the other phone, and back the same way", async () => {
    const { phone, page, ids } = await farAway();
    const other = await carrier();
    await films(other.page, page);
    await films(page, other.page);
    const [hers, theirs] = [sendBy(page), carryFor(other.page)];
    await button(hers, words["carry.make"]()).tap();
    await button(hers, words["carry.show"]()).tap();
    await hers.getByRole("img").waitFor();
    await button(theirs, said["carry.film"]()).tap();
    await theirs.getByText(said["carry.for.waiting"]()).waitFor();
    await other.phone.setOffline(false);
    await theirs.getByText(said["carry.for.sent"]()).waitFor();
    await button(theirs, said["carry.show"]()).tap();
    await theirs.getByRole("img").waitFor();
    await button(hers, words["carry.film"]()).tap();
    await hers.getByText(words["carry.arrived"]({ count: ids.length })).waitFor();
    expect(await waitingOn(page)).toBe(0);
    expect(await serverHas(ids, { phone })).toBe(true);
  });

  test("what is taken along while something else is on its way goes too, though the network goes in that moment and the next page is another", async () => {
    const { page } = await farAway();
    const [first = "", second = ""] = await sealed(page, 2);
    const other = await carrier();
    const theirs = carryFor(other.page);
    const mark = () => other.page.evaluate(() => localStorage.getItem("twiza.carrying"));
    await pick(theirs, first);
    await theirs.getByText(said["carry.for.waiting"]()).waitFor();
    await delivers(other.phone);
    await other.page.evaluate(() => {
      Object.defineProperty(navigator, "onLine", { get: () => false, configurable: true });
    });
    await pick(theirs, second);
    await theirs.getByText(said["carry.for.waiting"]()).nth(1).waitFor();
    await theirs.getByText(said["carry.for.sent"]()).waitFor();
    expect(await mark()).toBe("yes");
    front.leaveAlone();
    await other.page.goto("/learn");
    await expect.poll(mark).toBe(null);
    await other.page.goto("/queue");
    await theirs.getByText(said["carry.for.sent"]()).nth(1).waitFor();
  });

  test("receipts that come one after another are all in the squares that are being shown", async () => {
    const { page } = await farAway();
    const paths = await sealed(page, 2);
    const other = await carrier();
    const theirs = carryFor(other.page);
    await pick(theirs, {
      name: "both.txt",
      mimeType: "text/plain",
      buffer: Buffer.concat(await Promise.all(paths.map((path) => readFile(path)))),
    });
    await theirs.getByText(said["carry.for.waiting"]()).waitFor();
    await delivers(other.phone);
    // The server has no time for the second.
    suite.expects({ status: 503, path: /^\/api\/parcels$/ });
    front.meddle(PARCELS, { status: 503 });
    await button(theirs, said["carry.show"]()).tap();
    const shown = async () =>
      Number(/\d+$/.exec(await theirs.locator("figcaption").innerText())?.[0]);
    const before = await shown();
    expect(before).toBeGreaterThan(0);
    front.leaveAlone();
    await other.page.evaluate(() => dispatchEvent(new Event("online")));
    await theirs.getByText(said["carry.for.sent"]()).waitFor();
    await expect.poll(shown).toBeGreaterThan(before);
  });

  test("whoever has the app on her home screen can carry, though she is not signed in and has never opened the page for it", async () => {
    const phone = await suite.phone("ar", { through: front });
    // As an app on the home screen sees itself.
    await phone.addInitScript(() => {
      const ask = matchMedia;
      globalThis.matchMedia = (query) => ask(query.replace("(display-mode: standalone)", "all"));
    });
    const page = await phone.newPage();
    await page.goto("/learn");
    await isWhole(page, "ar");
    // The worker keeps what pages load from their second visit on.
    await page.reload();
    const { file = "" } =
      Object.entries(readManifest()).find(([key]) => key.endsWith("catalogue-carry/ar.ts"))?.[1] ??
      {};
    const kept = async () =>
      (await Promise.all((await shellsOf(page)).map((name) => keptIn(page, name)))).flat();
    await expect.poll(kept).toContain(`/${file}`);
    suite.expects({ status: 0, path: /^\/api\// });
    await phone.setOffline(true);
    await page.goto("/queue");
    await button(page, wordsOf("ar")["carry.file.parcel"]()).waitFor();
  });

  test("a file that is something else, or the other of the two, is refused with a sentence and changes nothing", async () => {
    const { page, ids } = await farAway();
    const hers = sendBy(page);
    await button(hers, words["carry.make"]()).tap();
    const parcel = await saved(hers, words["carry.save"]());
    const alert = hers.getByRole("alert");
    await pick(hers, parcel);
    await alert.getByText(words["carry.fault.parcel"]()).waitFor();
    await pick(hers, {
      name: "photo.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("neither"),
    });
    await alert.getByText(words["carry.fault.foreign"]()).waitFor();
    expect(await waitingOn(page)).toBe(ids.length);
  });
});
