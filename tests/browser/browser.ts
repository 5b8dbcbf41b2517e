/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { Contact } from "@twiza/contract";
import { type Language, LEARNER_MARK, SIGNED_IN_MARK } from "@twiza/contract/where";
import { found, openSession } from "@twiza/core";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type House, openHouse } from "../house/house.ts";
import { launchChromium } from "./chromium.ts";
import type { Front } from "./front.ts";

const LOCALES: Record<Language, string> = { ar: "ar-MA", fr: "fr-MA", zgh: "zgh-MA", en: "en-GB" };

/** A refusal that the app asks for knowingly: Chromium prints each as an error of its own, which no page can prevent. */
export type Awaited = { readonly status: number; readonly path: RegExp };
const AWAITED: readonly Awaited[] = [
  // Is she in this course? No.
  { status: 404, path: /^\/api\/enrolments\/[^/]+$/ },
  // What comes in the quiet of a page may be cut off by the very network that a test takes away. What a page needs, it shows.
  { status: 0, path: /^\/_app\/immutable\/(?:chunks\/|assets\/.+\.css$)/ },
];

type Device = {
  /** A theme of the system, not a stored choice. */
  readonly dark?: boolean;
  /** Nothing is stored on the device: her very first visit. */
  readonly stranger?: boolean;
  readonly javaScript?: boolean;
  /** The door it comes in by; then the phone may keep the app, as real ones do. */
  readonly through?: Front;
};

/** One for all files that run in this process; it ends with it. What a device keeps is in its context, which no two tests share. */
let chromium: Promise<Browser> | undefined;

/** The real server over a seeded folder and one browser, for a whole file; a fresh device for every test, unless it is kept. */
export function openSuite() {
  let house: House | undefined;
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  const kept: BrowserContext[] = [];
  let troubles: string[] = [];
  let awaited: Awaited[] = [];

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), (chromium ??= launchChromium())]);
  });
  afterAll(async () => {
    await Promise.all(kept.map((context) => context.close()));
    await house?.close();
  });
  afterEach(async () => {
    const pages = kept.flatMap((context) => context.pages());
    await Promise.all([...contexts, ...pages].map((each) => each.close()));
    const found = troubles;
    [contexts, troubles, awaited] = [[], [], []];
    expect(found, "errors on the console, in scripts or on the network").toEqual([]);
  });

  const theHouse = (): House => {
    if (!house) throw new Error("The house opens before the first test.");
    return house;
  };

  async function context(language: Language, device: Device, size: object) {
    if (!browser) throw new Error("The browser opens before the first test.");
    const made = await browser.newContext({
      ...size,
      baseURL: device.through?.origin ?? theHouse().origin,
      locale: device.stranger ? "en-GB" : LOCALES[language],
      colorScheme: device.dark ? "dark" : "light",
      javaScriptEnabled: device.javaScript ?? true,
      serviceWorkers: device.through ? "allow" : "block",
    });
    if (!device.stranger) await made.addInitScript(keepLanguage, language);
    made.on("page", (page) => watch(page));
    contexts.push(made);
    return made;
  }

  function watch(page: Page): void {
    const isAwaited = (status: number, address: string) =>
      [...AWAITED, ...awaited].some(
        (one) => one.status === status && one.path.test(new URL(address).pathname),
      );
    // A worker's script that is not there is told by the browser in words of its own, as an error of the page.
    const isWorkers = (text: string) =>
      /ServiceWorker|fetching the script/.test(text) &&
      awaited.some(({ path }) => path.test("/service-worker.js"));
    page.on("pageerror", ({ message }) => {
      if (!isWorkers(message)) troubles.push(`script: ${message}`);
    });
    page.on("console", (message) => {
      // What the network says is heard from the network itself, with its status.
      const isNetwork = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isNetwork && !isWorkers(message.text()))
        troubles.push(`console: ${message.text()}`);
    });
    page.on("response", (response) => {
      const status = response.status();
      if (status >= 400 && !isAwaited(status, response.url())) void told(response, troubles);
    });
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // A page that is left gives up what it was asking for; that is no failure. 0 stands for a cut network.
      if (why !== "net::ERR_ABORTED" && !isAwaited(0, request.url()))
        troubles.push(`${why}: ${request.url()}`);
    });
  }

  /** Says what was refused, and by which code as soon as that is read. */
  async function told(response: Response, among: string[]): Promise<void> {
    const what = `${response.status()}: ${response.url()}`;
    const at = among.push(what) - 1;
    const problem: unknown = await response.json().catch(() => undefined);
    if (problem instanceof Object && "code" in problem)
      among[at] = `${what} ${String(problem.code)}`;
  }

  /** Signs a device in as the person of that contact, whoever she is: nothing is walked or tapped. */
  async function signIn(device: BrowserContext, contact: string): Promise<void> {
    const { server, origin } = theHouse();
    const accountId = found(await server.deps.store.people.byContact(Contact.parse(contact)));
    const session = await openSession(server.deps, { accountId, device: "Android" });
    await device.addCookies([
      { name: "twiza", value: session.cookie, url: origin },
      { name: SIGNED_IN_MARK, value: session.hasLearner ? LEARNER_MARK : "1", url: origin },
    ]);
  }

  return {
    get house() {
      return theHouse();
    },
    /** A small phone with touch. */
    phone: (language: Language, device: Device = {}) =>
      context(language, device, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      }),
    /** A laptop. */
    desk: (language: Language, device: Device = {}) =>
      context(language, device, { viewport: { width: 1280, height: 800 } }),
    /**
     * A device for several tests of the file, made at its first need: what lies on it stays from one to the next, so each begins by
     * putting that right. Its pages end with their test, which fails for what goes wrong in them.
     */
    keeping: (make: () => Promise<BrowserContext>) => {
      let device: BrowserContext | undefined;
      return async (): Promise<BrowserContext> => {
        if (device) return device;
        const made = await make();
        contexts = contexts.filter((each) => each !== made);
        kept.push(made);
        return (device = made);
      };
    },
    signIn,
    /** A page that shows nothing yet, on a device where that person is signed in. */
    pageOf: async (device: BrowserContext, contact: string): Promise<Page> => {
      await signIn(device, contact);
      return device.newPage();
    },
    /** Network gone: what the app asks its API then is no trouble. */
    cut: async (device: BrowserContext): Promise<void> => {
      awaited.push({ status: 0, path: /^\/api\// });
      await device.setOffline(true);
    },
    /** From here to the end of the test this answer is part of what is tested; status 0 is a network that is gone. */
    expects: (...these: readonly Awaited[]) => awaited.push(...these),
  };
}

/** Runs in each page before its own scripts. */
function keepLanguage(language: string): void {
  if (location.protocol === "http:" && !localStorage.getItem("twiza.language"))
    localStorage.setItem("twiza.language", language);
}

/** Signs in as a demo person with her one tap at `/dev/sign-in`. */
export async function comeIn(context: BrowserContext, contact: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/dev/sign-in?returnTo=/help");
  await page.locator(`form:has(input[value="${contact}"]) button`).click();
  await page.waitForURL("**/help");
  return page;
}

/** The page has what it shows: no skeleton is left, a lesson has its end, which comes last, and the fonts have come. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(
    () =>
      !document.querySelector(".skeleton") && !document.querySelector("main > .blocks:last-child"),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** History is as it was before a sheet was opened: a step that it takes by itself must not meet one of hers. */
export async function layersGone(page: Page, timeout = 15_000): Promise<void> {
  await page.waitForFunction(
    () => !/layers":[1-9]/.test(JSON.stringify(history.state)),
    undefined,
    { timeout },
  );
}
