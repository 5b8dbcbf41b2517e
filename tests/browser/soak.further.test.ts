/// <reference lib="dom" />
import { Contact, CourseId } from "@twiza/contract";
import { type Language, SIGNED_IN_MARK } from "@twiza/contract/where";
import { found, openSession } from "@twiza/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventsOf } from "../house/events.ts";
import { type House, openHouse } from "../house/house.ts";
import { largeCohort, newcomer } from "../house/offline.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { keysOf, waitingOn } from "./database.ts";
import { type Front, type Meddling, openFront } from "./front.ts";
import { openHandset, type Running } from "./handset.ts";
import { isWhole } from "./kept.ts";
import { wordsOf } from "./words.ts";

const LANGUAGE: Language = "fr";
const YEAR = 365.25 * 24 * 3600 * 1000;
const PATIENCE = { timeout: 40_000, interval: 250 };
const ANSWERS = 20;

type Weather = "clear" | "cut" | Meddling;
type Day = {
  readonly weather: Weather;
  /** How far her phone's clock is off, in milliseconds. */
  readonly clock: number;
  /** Her phone goes out at the end of it, in the middle of whatever it does. */
  readonly goesOut: boolean;
};
const day = (weather: Weather, clock = 0, goesOut = false): Day => ({ weather, clock, goesOut });
/** Ten days of twenty answers. On the first one the app comes to the phone. */
const DAYS: readonly Day[] = [
  day("clear"),
  day("cut", 0, true),
  day({ lost: true }, -YEAR),
  day({ status: 500 }, 0, true),
  day({ lateBy: 2500 }, 2 * YEAR, true),
  // A battery that was taken out: the clock begins anew, in 1970.
  day("cut", -Date.now(), true),
  day({ lost: true }, 0, true),
  day({ status: 503 }),
  day({ lateBy: 1200 }, -2 * YEAR),
  day("clear", 0, true),
];

let house: House;
let front: Front;
beforeAll(async () => {
  house = await openHouse();
  front = await openFront(house);
});
afterAll(async () => {
  await front.close();
  await house.close();
});

test("L6: two hundred answers over a network that is cut, slow, fails and loses replies that counted, by a wrong clock, on a phone that goes out: the server has each once, and nothing waits", async () => {
  const her = await learner();
  const handset = openHandset();
  const written = new Set<string>();
  let running: Running | undefined;
  try {
    for (const [at, { weather, clock, goesOut }] of DAYS.entries()) {
      running ??= await handset.switchOn();
      const page = await openLesson(running, her, clock);
      if (at === 0) await isWhole(page, LANGUAGE);
      await running.context.setOffline(weather === "cut");
      if (typeof weather === "object") front.meddle(her.sends, weather);
      const before = written.size;
      await answerOften(page);
      await expect
        .poll(async () => (await noteAll(page, written)) - before, PATIENCE)
        .toBeGreaterThanOrEqual(ANSWERS);
      if (goesOut) {
        await running.kill();
        running = undefined;
      } else {
        await running.context.setOffline(false);
        await page.close();
      }
      front.leaveAlone();
    }
    running ??= await handset.switchOn();
    const page = await openLesson(running, her, 0);
    await expect.poll(() => waitingOn(page), PATIENCE).toBe(0);
    await noteAll(page, written);
    expect((await keysOf(page, "receipts")).filter(([, kind]) => kind === "refused")).toEqual([]);
    const onServer = await eventsOf(house.server.engine, her.learnerId);
    expect([...onServer].sort()).toEqual([...written].sort());
    expect(written.size).toBeGreaterThanOrEqual(DAYS.length * ANSWERS);
    expect(await page.locator(".strip:visible").count()).toBe(0);
  } finally {
    await running?.kill();
    handset.throwAway();
  }
});

/** Somebody new in the course of the seed, the lesson that she answers in, and where what she does is sent. */
async function learner() {
  const { course, lessons } = await theCourse(house);
  const group = await largeCohort(house, await findLandmarks(house));
  const { contact } = await newcomer(house, group.id);
  const accountId = found(await house.server.deps.store.people.byContact(Contact.parse(contact)));
  const courseId = CourseId.parse(course.courseId);
  const visitor = await house.as(contact);
  const { learnerId } = await visitor.do("readEnrolment", { params: { courseId } });
  const { cookie } = await openSession(house.server.deps, { accountId, device: "Android" });
  return {
    learnerId,
    cookie,
    lesson: lessons[0] ?? "",
    sends: `/api/enrolments/${courseId}/events`,
  };
}
type Her = Awaited<ReturnType<typeof learner>>;

/** Her lesson on the phone that has just been taken up. What a browser has not yet written when it goes out, it asks for again. */
async function openLesson({ context }: Running, her: Her, clock: number): Promise<Page> {
  const expires = Math.floor((Date.now() + YEAR) / 1000);
  const cookie = { url: front.origin, expires };
  await context.addCookies([
    { ...cookie, name: "twiza", value: her.cookie, httpOnly: true },
    { ...cookie, name: SIGNED_IN_MARK, value: "1" },
  ]);
  const page = await context.newPage();
  await page.addInitScript(OTHER_CLOCK(clock));
  await page.addInitScript(`localStorage.setItem("twiza.language", "${LANGUAGE}")`);
  await page.goto(front.origin + her.lesson);
  await settled(page);
  await page.locator(".blocks form.question").first().waitFor();
  return page;
}

const OTHER_CLOCK = (off: number): string => `{
  const True = Date;
  globalThis.Date = class extends True {
    constructor(...parts) {
      if (parts.length === 0) super(True.now() + ${off});
      else super(...parts);
    }
    static now() {
      return True.now() + ${off};
    }
  };
}`;

/** Gives the first answer of the lesson's question that is not right, again and again. */
const answerOften = (page: Page): Promise<void> =>
  page.evaluate(
    async ({ times, again }) => {
      const form = document.querySelector("form.question:has(input[type=radio])");
      const picture = () => new Promise(requestAnimationFrame);
      const tap = async (element: Element | undefined | null) => {
        if (!(element instanceof HTMLElement)) throw new Error("There is nothing to tap.");
        element.click();
        await picture();
        await picture();
      };
      for (let time = 0; time < times; time++) {
        await tap([...(form?.querySelectorAll("input[type=radio]") ?? [])].at(-1));
        await tap(form?.querySelector("button[type=submit]"));
        const buttons = [...(form?.querySelectorAll("button") ?? [])];
        await tap(buttons.find(({ innerText }) => innerText.trim() === again));
        // Now and then she puts the phone away for a moment: what she did is sent.
        if (time % 5 === 4) document.dispatchEvent(new Event("visibilitychange"));
      }
    },
    { times: ANSWERS, again: wordsOf(LANGUAGE)["question.again"]() },
  );

/** Notes the name of all that is written down on her phone, sent or not; how many there are. */
async function noteAll(page: Page, written: Set<string>): Promise<number> {
  for (const store of ["outbox", "receipts"] as const)
    for (const key of await keysOf(page, store)) written.add(String(key.at(-1)));
  return written.size;
}
