import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { cachesOf, isWhole, keptIn, noteOf, shellsOf, writeNote } from "./kept.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const words = wordsOf("fr");
let front: Front;

beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());
afterEach(() => front.leaveAlone());

/** A phone on which the app has come to lie whole. */
async function keeping() {
  const phone = await suite.phone("fr", { through: front });
  const page = await phone.newPage();
  const { lessons, path } = await theCourse(suite.house);
  await page.goto(lessons[0] ?? "");
  await page.locator(".blocks > .block").first().waitFor();
  await isWhole(page, "fr");
  return { phone, page, lessons, path };
}
const isApp = ({ path }: { path: string }) => !path.startsWith("/api/");
const controlled = () => navigator.serviceWorker.controller !== null;

describe("what is on the phone", () => {
  test("comes over the wire once: the next visit brings not a byte of the app", async () => {
    const { phone, page, lessons } = await keeping();
    await page.goto("/learn");
    await settled(page);
    await page.close();
    expect(front.look().filter(isApp).length).toBeGreaterThan(30);

    const again = await phone.newPage();
    await again.goto(lessons[0] ?? "");
    await again.locator(".blocks > .block").first().waitFor();
    await settled(again);
    await again.goto("/learn");
    await settled(again);
    await again.waitForTimeout(4000);
    const passed = front.look().filter(isApp);
    expect(
      passed.reduce((sum, { bytes }) => sum + bytes, 0),
      JSON.stringify(passed),
    ).toBe(0);
  });

  test("is no answer of the API and no page of a function", async () => {
    const { page } = await keeping();
    await page.goto("/courses");
    await settled(page);
    await page.goto("/dev/sign-in");
    suite.expects({ status: 404, path: /^\/verify\// });
    await page.goto("/verify/unknown");
    await page.goto("/help");
    const all = (
      await Promise.all((await cachesOf(page)).map((name) => keptIn(page, name)))
    ).flat();
    expect(all.length).toBeGreaterThan(30);
    // Our public keys are for everybody, and for the time without network.
    const theirs = all.filter((path) => /^\/(?:api|auth|oidc|verify|dev|docs)\b/.test(path));
    expect(theirs.filter((path) => path !== "/api/keys")).toEqual([]);
  });
});

describe("the worker's script", () => {
  test("is asked about again each time, costs nothing while it is the same, and is the only worker that a page allows", async () => {
    const script = await suite.house.anyone.fetch("/service-worker.js");
    expect(script.headers.get("cache-control")).toBe("no-cache");
    expect(script.headers.get("content-type")).toMatch(/^text\/javascript/);
    const since = { "if-modified-since": script.headers.get("last-modified") ?? "" };
    const again = await suite.house.anyone.fetch("/service-worker.js", { headers: since });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const headers = { accept: "text/html" };
    const page = await (await suite.house.anyone.fetch("/learn", { headers })).text();
    expect(page).toContain("worker-src 'self'");
    expect(page).toContain("manifest-src 'self'");
  });
});

describe("an install that does not come through", () => {
  test.each([
    ["a server that fails for one file", { status: 500 }],
    [
      "a page of another version",
      { change: (page: string) => page.replaceAll("entry/start.", "entry/start.other") },
    ],
  ] as const)(
    "leaves a new phone as it was, by %s, and the next one mends it",
    async (_, fault) => {
      suite.expects({ status: 500, path: /^\/200\.html$/ });
      const page = await (await suite.phone("fr", { through: front })).newPage();
      front.meddle("/200.html", fault);
      await page.goto("/help");
      await expect.poll(() => front.look().some(({ path }) => path === "/200.html")).toBe(true);
      await expect.poll(() => shellsOf(page)).toEqual([]);
      expect(await page.evaluate(controlled)).toBe(false);
      await page.goto("/learn");
      await settled(page);
      expect(await page.locator("h1").innerText()).toBe(words["learn.title"]());

      front.leaveAlone();
      await page.goto("/help");
      await isWhole(page, "fr");
    },
  );
});

describe("a newer version", () => {
  test("waits until she taps; a lesson in another tab is not disturbed and finds its files, also without network", async () => {
    const { phone, page, lessons } = await keeping();
    const [before = ""] = await shellsOf(page);
    await page.evaluate(() => (document.title = "not loaded anew"));
    const home = await phone.newPage();
    await home.goto("/learn");
    await settled(home);
    const offer = home.getByText(words["newer.title"](), { exact: true });
    expect(await offer.count()).toBe(0);

    release(before, "a".repeat(16));
    await home.reload();
    await offer.waitFor();
    expect(await isNewer(home), "nothing comes by itself").toBe(false);
    await home.getByRole("button", { name: words["newer.take"](), exact: true }).tap();
    await expect.poll(() => isNewer(home)).toBe(true);
    await settled(home);
    expect(await offer.count()).toBe(0);

    expect(await page.title()).toBe("not loaded anew");
    expect(await page.getByText(words["newer.title"]()).count(), "a lesson is left in peace").toBe(
      0,
    );
    expect((await shellsOf(page)).toSorted()).toEqual(
      [before, `shell:${"a".repeat(16)}`].toSorted(),
    );
    await phone.setOffline(true);
    suite.expects({ status: 0, path: /^\/api\// });
    await page.locator('nav a[href="/me"]').tap();
    await page.getByRole("heading", { name: words["nav.me"](), exact: true }).waitFor();
    await page.goto(lessons[0] ?? "");
    await page.locator(".blocks > .block").first().waitFor();
    await phone.setOffline(false);
  });

  test("that does not come whole leaves the one before at work, and the next one comes; two are kept at most", async () => {
    const { phone, page, lessons } = await keeping();
    const [before = ""] = await shellsOf(page);
    suite.expects({ status: 500, path: /^\/200\.html$/ }, { status: 0, path: /^\/api\// });
    release(before, "b".repeat(16));
    front.meddle("/200.html", { status: 500 });
    front.look();
    await page.goto("/learn");
    await expect.poll(() => front.look().some(({ path }) => path === "/200.html")).toBe(true);
    await expect.poll(() => shellsOf(page)).toEqual([before]);
    await phone.setOffline(true);
    await page.goto(lessons[0] ?? "");
    await page.locator(".blocks > .block").first().waitFor();
    await phone.setOffline(false);

    for (const version of ["b", "c"].map((letter) => letter.repeat(16))) {
      release(before, version);
      await page.goto("/learn");
      await page.getByRole("button", { name: words["newer.take"](), exact: true }).tap();
      // By its own name: the page before it was newer too, and is still there until this one is loaded.
      await expect.poll(() => versionOf(page)).toBe(version);
      await expect.poll(async () => (await shellsOf(page)).at(-1)).toBe(`shell:${version}`);
    }
    expect(await shellsOf(page)).toEqual(["b", "c"].map((letter) => `shell:${letter.repeat(16)}`));
  });

  /** Puts another version before the house: the same files, under another name. */
  function release(before: string, version: string): void {
    front.meddle("/service-worker.js", {
      change: (script) => script.replaceAll(before.slice("shell:".length), version),
    });
    front.meddle("/200.html", {
      change: (html) => html.replace("<html ", `<html data-version="${version}" `),
    });
  }
  const versionOf = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset["version"]);
  const isNewer = async (page: Page): Promise<boolean> => (await versionOf(page)) !== undefined;
});

describe("a site that gives its worker up", () => {
  test("is asked once a day, and the worker then goes and takes the app with it", async () => {
    const { page } = await keeping();
    suite.expects({ status: 404, path: /^\/service-worker\.js$/ });
    front.meddle("/service-worker.js", { status: 404 });
    await page.reload();
    await page.waitForTimeout(4000);
    expect((await shellsOf(page)).length, "on the same day nobody asks").toBe(1);

    const told = (await noteOf(page, "/told.json")) as object;
    await writeNote(page, "/told.json", { ...told, day: "2026-01-01" });
    await page.reload();
    await expect.poll(() => shellsOf(page)).toEqual([]);
    const registrations = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await expect.poll(registrations).toBe(0);
    expect((await cachesOf(page)).includes("seen"), "what she has opened stays").toBe(true);
    await page.goto("/learn");
    await settled(page);
    expect(await page.locator("h1").innerText()).toBe(words["learn.title"]());
  });
});
