/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { learners, staff } from "@twiza/content";
import { Manifest } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { largeCohort, newcomer } from "../house/offline.ts";
import { openSuite, settled } from "./browser.ts";
import { giveVoices, litWords, player, watchPlayers } from "./listening.ts";
import { answerKey, answerItem, button, goOn } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** The first course: its first lesson is recorded in Arabic, French and English, the second in no language. */
async function theCourse() {
  const { courses } = await suite.house.anyone.do("listCatalogue", {});
  const entry = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
  const response = await suite.house.anyone.fetch(`/content/${entry?.manifest ?? ""}`);
  const { modules } = Manifest.parse(await response.json());
  const lessons = modules.flatMap(({ lessons }) => lessons);
  const [recorded, silent] = lessons.map(({ id }) => id);
  return {
    courseId: entry?.courseId ?? "",
    recorded: recorded ?? "",
    silent: silent ?? "",
    lessons,
  };
}

/** The same course with a test of five questions, the three that are recorded among them, and somebody new who takes it. */
async function spokenTest() {
  const { house } = suite;
  const at = await findLandmarks(house);
  const { courseId } = at.course;
  const params = { courseId };
  const wish = () => ({ intentId: newIntent() });
  const trainer = await house.as(staff.trainer.contact);
  const { items } = await trainer.do("readItems", { params });
  const isSpoken = ({ voices }: (typeof items)[number]) => voices?.fr !== undefined;
  const mute = items.filter((item) => !isSpoken(item) && item.question === "choice").slice(0, 2);
  const others = items.filter((item) => !isSpoken(item) && !mute.includes(item));
  const commands = [{ do: "draw" as const }, ...others.map(({ id }) => ({ do: "remove" as const, id }))]; // prettier-ignore
  while (commands.length > 0)
    await trainer.do("arrangeItems", { params, body: { ...wish(), commands: commands.splice(0, 20) } }); // prettier-ignore
  await trainer.do("publishCourse", { params, body: { ...wish(), note: "Cinq questions" } });
  const { id } = await largeCohort(house, at);
  return { courseId, contact: (await newcomer(house, id)).contact };
}
type Which = "recorded" | "silent";

async function openLesson(phone: BrowserContext, which: Which): Promise<Page> {
  const course = await theCourse();
  const page = await phone.newPage();
  await page.goto(`/learn/${course.courseId}/${course[which]}`);
  await settled(page);
  return page;
}
async function listener(language: Language, which: Which = "recorded") {
  const phone = await suite.phone(language);
  await watchPlayers(phone);
  return { phone, page: await openLesson(phone, which), words: wordsOf(language) };
}
/** Listen at the end of the block of this number, from 1. */
const listenTo = (page: Page, block: number) =>
  page.locator(`.blocks > .block:nth-child(${block}) > .listen`);
const dock = (page: Page) => page.locator(".dock");
const chooseVoice = async (page: Page, name: string): Promise<void> => {
  await page.locator(".bar > button[aria-haspopup]").tap();
  await page.locator("dialog[open] .choice").filter({ hasText: name }).first().tap();
  await page.locator("dialog[open]").waitFor({ state: "detached" });
};

describe("L9 a recorded voice", () => {
  test("is fetched with the tap and not before, plays, and lights up sentence after sentence", async () => {
    const { page, words } = await listener("fr");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.waitForTimeout(500);
    expect(asked).toEqual([]);
    expect(await player(page)).toBeUndefined();

    await listenTo(page, 1).tap();
    await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(0.3);
    expect((await player(page))?.preload).toBe("none");
    expect(await litWords(page)).toBe("Fatima roule le couscous chez elle, à la main.");
    expect(await listenTo(page, 1).innerText()).toBe(words["audio.pause"]());
    await expect.poll(() => litWords(page)).toBe("Elle achète sa semoule par petits sacs, au prix fort."); // prettier-ignore
  });

  test("pauses, goes on where it was, stops, and there is never a second one", async () => {
    const { page, words } = await listener("fr");
    await listenTo(page, 1).tap();
    await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(0.3);
    await button(dock(page), words["audio.pause"]()).tap();
    await expect.poll(async () => (await player(page))?.paused).toBe(true);
    const at = (await player(page))?.at ?? 0;
    await button(dock(page), words["voice.resume"]()).tap();
    await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(at);
    const first = (await player(page))?.source;

    await listenTo(page, 4).tap();
    await expect.poll(async () => (await player(page))?.source).not.toBe(first);
    await expect.poll(() => litWords(page)).toMatch(/^Une coopérative est une entreprise/);
    await button(dock(page), words["voice.stop"]()).tap();
    await dock(page).waitFor({ state: "detached" });
    expect(await litWords(page)).toBe("");
  });

  test("keeps its pace from place to place, from page to page and after a reload", async () => {
    const { page, words } = await listener("en");
    await listenTo(page, 1).tap();
    const pace = dock(page).getByRole("button", { name: words["audio.speed"]() });
    await pace.tap();
    await expect.poll(async () => (await player(page))?.rate).toBe(1.25);
    expect(await pace.innerText()).toContain("1.25×");
    await listenTo(page, 4).tap();
    await expect.poll(() => litWords(page)).not.toBe("");
    expect((await player(page))?.rate).toBe(1.25);
    await page.reload();
    await settled(page);
    await listenTo(page, 1).tap();
    await expect.poll(async () => (await player(page))?.rate).toBe(1.25);
    await pace.tap();
    await expect.poll(async () => (await player(page))?.rate).toBe(0.75);
  });

  test("of the whole lesson goes on from block to block, and the page goes along", async () => {
    const { page, words } = await listener("en");
    await button(page, words["voice.whole"]()).tap();
    await expect.poll(() => litWords(page)).toBe("Why a cooperative?");
    await expect.poll(() => litWords(page)).toMatch(/^Fatima/);
    // To the end of a recording as somebody moves there; from there on by itself.
    const seen: number[] = [];
    for (let place = 0; place < 4; place++) {
      const source = (await player(page))?.source;
      await page.waitForFunction(() => Number.isFinite(window.players[0]?.duration));
      await page.evaluate(() => {
        const [one] = window.players;
        if (one) one.currentTime = one.duration - 0.2;
      });
      await expect.poll(async () => (await player(page))?.source).not.toBe(source);
      seen.push(await page.evaluate(() => scrollY));
    }
    expect(seen.at(-1)).toBeGreaterThan(400);
    const lit = await page.evaluate(() => {
      const [range] = CSS.highlights.get("spoken") ?? [];
      return range instanceof Range ? range.getBoundingClientRect().top : -1;
    });
    expect(lit).toBeGreaterThanOrEqual(0);
    expect(lit).toBeLessThan(740);
  });
});

describe("L9 the language that is listened to", () => {
  test("is apart from the one that is read: the block is lit, and its words stand there in their own language", async () => {
    const { page } = await listener("fr");
    await chooseVoice(page, "العربية");
    await listenTo(page, 1).tap();
    const text = dock(page).locator("[lang]");
    await text.waitFor();
    expect([await text.getAttribute("lang"), await text.getAttribute("dir")]).toEqual([
      "ar",
      "rtl",
    ]);
    await expect
      .poll(() => text.locator("mark").innerText())
      .toBe("تفتل فاطمة الكسكس بيدها في بيتها.");
    expect(await page.locator("[data-spoken]").getAttribute("data-voice")).toBe("alone");
    expect(await litWords(page)).toBe("");
    await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(0.3);
    await page.reload();
    await settled(page);
    expect(await page.locator(".bar bdi").innerText()).toBe("العربية");
  });

  test("that nobody has recorded is off, with the reason in words, and no other voice stands in for it", async () => {
    const { page, words } = await listener("ar");
    await page.locator(".bar > button[aria-haspopup]").tap();
    const choice = page.locator("dialog[open] .choice");
    await choice.last().waitFor();
    const states = await choice.locator(".state").allInnerTexts();
    const [not, yes] = [words["voice.unrecorded"](), words["voice.recorded"]()];
    expect(states).toEqual([not, not, not, not, yes, yes, yes]);
    await choice.filter({ hasText: "الدارجة" }).tap();

    const why = words["voice.why.unrecorded"]();
    await page.locator(".bar").getByText(why, { exact: true }).waitFor();
    expect(await listenTo(page, 1).getAttribute("aria-disabled")).toBe("true");
    await listenTo(page, 1).tap({ force: true });
    await dock(page).getByRole("alert").getByText(why, { exact: true }).waitFor();
    expect((await player(page))?.paused ?? true).toBe(true);
  });

  test("a reader of Tamazight hears the nearest recorded voice until she chooses, and Me shows what she chose", async () => {
    const { phone, page } = await listener("zgh");
    expect(await page.locator(".bar bdi").innerText()).toBe("العربية");
    await chooseVoice(page, "ⵜⴰⵔⵉⴼⵉⵜ");
    expect(await page.locator(".bar bdi").innerText()).toBe("ⵜⴰⵔⵉⴼⵉⵜ");
    const me = await phone.newPage();
    await me.goto("/me");
    await me.locator("main").getByText("ⵜⴰⵔⵉⴼⵉⵜ", { exact: true }).waitFor();
  });
});

const FRENCH = { lang: "fr-FR", localService: true, name: "of the phone" };

describe("L9 a voice of the phone", () => {
  test("that comes late reads what nobody recorded, sentence by sentence, and none that needs the network is used", async () => {
    const phone = await suite.phone("fr");
    const far = { lang: "fr-FR", localService: false, name: "far away" };
    await giveVoices(phone, { voices: [far, FRENCH], afterMilliseconds: 2500 });
    const page = await openLesson(phone, "silent");
    const words = wordsOf("fr");
    await page.locator(".bar").getByText(words["voice.why.voiceless"](), { exact: true }).waitFor();
    expect(await listenTo(page, 1).getAttribute("aria-disabled")).toBe("true");

    await expect.poll(() => listenTo(page, 1).getAttribute("aria-disabled")).toBe("false");
    await listenTo(page, 1).tap();
    await expect.poll(() => page.evaluate(() => window.said.length)).toBeGreaterThan(3);
    const said = await page.evaluate(() => window.said);
    expect(said.slice(0, 3).map(({ text }) => text.replaceAll(/\s/g, " "))).toEqual([
      "Avant les papiers, il y a l’idée.",
      "Réunissez-vous et répondez à quatre questions : quel besoin avons-nous en commun ?",
      "Quel produit savons-nous bien faire ?",
    ]);
    expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set(["of the phone"]));
  });

  test("lights up what it says, changes its pace in the middle, and a pause goes on with the same sentence", async () => {
    const phone = await suite.phone("fr");
    await giveVoices(phone, { voices: [FRENCH], sentenceMilliseconds: 1500 });
    const page = await openLesson(phone, "silent");
    const words = wordsOf("fr");
    await listenTo(page, 1).tap();
    await expect.poll(() => litWords(page)).toBe("Avant les papiers, il y a l’idée.");
    await dock(page).getByRole("button", { name: words["audio.speed"]() }).tap();
    await expect.poll(() => page.evaluate(() => window.said.at(-1)?.rate)).toBe(1.25);
    await button(dock(page), words["audio.pause"]()).tap();
    const before = await page.evaluate(() => window.said.length);
    await page.waitForTimeout(1800);
    expect(await page.evaluate(() => window.said.length)).toBe(before);
    const lit = await litWords(page);
    await button(dock(page), words["voice.resume"]()).tap();
    await expect.poll(() => page.evaluate(() => window.said.length)).toBe(before + 1);
    expect(await page.evaluate(() => window.said.at(-1)?.text)).toBe(lit);
  });

  test("falls silent when its words leave the page", async () => {
    const phone = await suite.phone("fr");
    await giveVoices(phone, { voices: [FRENCH], sentenceMilliseconds: 60_000 });
    const page = await openLesson(phone, "silent");
    const question = page.locator("form.question:has(input[type=radio])").first();
    const words = wordsOf("fr");
    await question.locator("label").first().tap();
    await button(question, words["question.check"]()).tap();
    await question.locator(".feedback .listen").tap();
    await expect.poll(() => page.evaluate(() => window.said.at(-1)?.text)).toMatch(/^(Juste|Pas encore|Bien)/); // prettier-ignore
    const again = button(question, words["question.again"]());
    if (await again.isVisible()) await again.tap();
    else await page.goto("/learn");
    await dock(page).waitFor({ state: "detached" });
  });
});

describe("L9 a question", () => {
  test("is heard with its options, each option alone, and an answer's why, by recordings", async () => {
    const { page, words } = await listener("ar");
    const question = page.locator("form.question:has(input[type=radio])").first();
    const lit = page.locator("form.question [data-voice]");
    expect(await lit.count()).toBeGreaterThan(3);
    await question.locator(".beside").nth(1).tap();
    await expect.poll(() => litWords(page)).toBe("تعاونية تبيع منتوجات أعضائها");
    expect(await question.locator("input:checked").count()).toBe(0);
    await question.locator(".name .listen").tap();
    await expect.poll(() => litWords(page)).toMatch(/^لحسن وأحد عشر نحالا/);
    await question.locator("label").first().tap();
    await button(question, words["question.check"]()).tap();
    await question.locator(".feedback .listen").tap();
    await expect.poll(() => litWords(page)).toMatch(/^ليس هنا/);
  });

  test("that was handed in otherwise before is heard of: what became of the answers, and who decides", async () => {
    const { house } = suite;
    const { courseId } = await theCourse();
    const { contact } = learners.beginner;
    const words = wordsOf("fr");
    const phone = await suite.phone("fr");
    await giveVoices(phone, { voices: [FRENCH], sentenceMilliseconds: 30 });
    const page = await suite.pageOf(phone, contact);
    const key = await answerKey(house, courseId);
    await page.goto(`/learn/${courseId}/quiz`);
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    const other = await house.as(contact);
    const { attempts } = await other.do("listAttempts", { params: { courseId } });
    const attemptId = attempts.find(({ state }) => state === "open")?.id ?? "";
    const body = { intentId: newIntent(), answers: key.answers };
    await other.do("submitAttempt", { params: { courseId, attemptId }, body });
    for (let at = 0; at < key.asked; at += 1) await goOn({ page, language: "fr" });
    await button(page, words["quiz.submit"]()).tap();
    await page.getByRole("heading", { name: words["quiz.held"](), exact: true }).waitFor();
    await page.locator(".bar .listen").tap();
    const said = () => page.evaluate(() => window.said.map(({ text }) => text).join(" "));
    await expect.poll(said).toContain(words["quiz.held"]());
    await expect.poll(said).toMatch(/formateur les regarde/);
  });

  test("of the graded test is heard, and its why with the result", async () => {
    const { courseId, contact } = await spokenTest();
    const phone = await suite.phone("fr");
    await watchPlayers(phone);
    const page = await suite.pageOf(phone, contact);
    const words = wordsOf("fr");
    const key = await answerKey(suite.house, courseId);
    await page.goto(`/learn/${courseId}/quiz`);
    await settled(page);
    await button(page, words["quiz.start"]()).tap();
    const spoken = key.items.filter(({ voices }) => voices?.fr).map(({ prompt }) => prompt.fr);
    expect(spoken).toHaveLength(3);
    for (const _ of key.items) {
      await page.locator("main progress").waitFor();
      const asked = (await page.locator("h1").innerText()).trim();
      if (spoken.includes(asked)) {
        await page.locator(".bar .listen").tap();
        await expect.poll(() => litWords(page)).not.toBe("");
        expect(asked).toContain(await litWords(page));
        await answerItem({ page, language: "fr" }, key);
      } else {
        // Nobody recorded it, and this phone has no voice: it says so.
        await page.locator(".bar").getByText(words["voice.why.voiceless"]()).waitFor();
        await goOn({ page, language: "fr" });
        await page.waitForFunction((before) => document.querySelector("h1")?.innerText.trim() !== before, asked); // prettier-ignore
      }
    }
    await button(page, words["quiz.submit"]()).tap();
    const line = page.locator("li.right").first();
    await line.locator(".listen").tap();
    await expect.poll(() => litWords(page)).not.toBe("");
    const source = (await player(page))?.source;
    await expect.poll(async () => (await player(page))?.source).not.toBe(source);
  });
});

/** Answers every question of practice on the page with whatever comes first: each gets a why. */
async function answerEach(page: Page): Promise<number> {
  const questions = page.locator("form.question");
  const count = await questions.count();
  for (let at = 0; at < count; at += 1) {
    const question = questions.nth(at);
    const digits = question.locator("input[inputmode]");
    if ((await digits.count()) > 0) await digits.fill("1");
    else await question.locator("label").first().tap();
    await question.locator("button[type=submit]").tap();
    await question.locator(".feedback").waitFor();
  }
  return count;
}

/** What of a lesson can be read and not be heard, and how much there is of each kind. A picture without words only decorates. */
const silentIn = (page: Page) =>
  page.evaluate(() => {
    const blocks = [...document.querySelectorAll(".blocks > .block")].filter(
      (block) => !block.querySelector('figure img[alt=""]'),
    );
    const options = [...document.querySelectorAll('form.question label [data-voice*="/option/"]')];
    const whys = [...document.querySelectorAll("form.question .feedback")];
    const isHeard = (part: Element | null | undefined): boolean =>
      part?.querySelector("button.listen")?.checkVisibility() ?? false;
    const silent = [
      ...blocks.filter((block) => !isHeard(block.querySelector("form.question .name") ?? block)),
      ...options.filter((option) => !option.closest("label")?.nextElementSibling?.matches("button.listen")), // prettier-ignore
      ...whys.filter((why) => !isHeard(why)),
    ];
    return {
      silent: silent.map((part) => part.outerHTML.slice(0, 200)),
      counts: [blocks.length, options.length, whys.length] as const,
    };
  });

test("L9 each block, question, option and why in all lessons of a course has its own Listen", async () => {
  const { courseId, lessons } = await theCourse();
  const page = await (await suite.phone("fr")).newPage();
  let [blocks, options, whys] = [0, 0, 0];
  for (const { id, blockCount } of lessons) {
    await page.goto(`/learn/${courseId}/${id}`);
    await expect.poll(() => page.locator(".blocks > .block").count()).toBe(blockCount);
    await settled(page);
    const questions = await answerEach(page);
    const { silent, counts } = await silentIn(page);
    expect(silent, id).toEqual([]);
    expect(counts[2], id).toBe(questions);
    [blocks, options, whys] = [blocks + counts[0], options + counts[1], whys + counts[2]];
  }
  expect(lessons.length).toBeGreaterThan(4);
  expect(blocks).toBeGreaterThan(10 * lessons.length);
  expect(options).toBeGreaterThan(3 * lessons.length);
  expect(whys).toBeGreaterThanOrEqual(lessons.length);
});

test("L9 help speaks of the page she came from", async () => {
  const phone = await suite.phone("fr");
  await giveVoices(phone, { voices: [FRENCH], sentenceMilliseconds: 30 });
  const page = await openLesson(phone, "silent");
  const words = wordsOf("fr");
  await page.locator("header a.help").tap();
  await page.getByText(words["guide.lesson"](), { exact: true }).waitFor();
  await page.locator("section > .listen").tap();
  await expect.poll(() => page.evaluate(() => window.said.length)).toBe(3);
  expect(await page.evaluate(() => window.said.map(({ text }) => text).join(" "))).toBe(words["guide.lesson"]()); // prettier-ignore
  await button(page, words["guide.back"]()).tap();
  await page.locator(".blocks > .block").first().waitFor();
});
