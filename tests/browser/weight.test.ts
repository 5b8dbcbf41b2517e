import { LANGUAGES, type Language } from "@twiza/contract/where";
import { expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { bytesOf } from "./wire.ts";

const suite = openSuite();
const KIB = 1024;
/** What the first visit of a lesson may cost, in all but pictures and sound. */
const MOST: Record<Language, number> = { ar: 100, zgh: 90, fr: 80, en: 80 };
const MOST_SCRIPT = 45;

const kib = (bytes = 0): string => (bytes / KIB).toFixed(1).padStart(6);

test.each(LANGUAGES)(
  "a visitor's first lesson in %s fits the budget, all that loads later by itself included",
  async (language) => {
    const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
    const course = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
    const outline = await suite.house.anyone.fetch(`/content/${course?.manifest ?? ""}`);
    const [lessonId] = /les_[0-9a-f]{32}/.exec(await outline.text()) ?? [];
    const phone = await suite.phone(language);
    const page = await phone.newPage();
    const wire = await bytesOf(page);
    await page.goto(`/learn/${course?.courseId ?? ""}/${lessonId ?? ""}`);
    await page.locator(".blocks > .block").first().waitFor();
    const { total, media, byType, files } = await wire.quiet();

    const script = byType.get("Script") ?? 0;
    const types = [...byType].map(([type, bytes]) => `${type} ${kib(bytes)}`).join(", ");
    const heaviest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 8);
    const table = heaviest.map(({ path, bytes }) => `  ${kib(bytes)} ${path}`).join("\n");
    console.log(
      `${language}: ${kib(total)} KiB in ${files.length} requests (${types}), media apart ${kib(media)}\n${table}`,
    );
    expect(script).toBeGreaterThan(KIB);
    expect(script, "JavaScript").toBeLessThanOrEqual(MOST_SCRIPT * KIB);
    expect(total, "all but pictures and sound").toBeLessThanOrEqual(MOST[language] * KIB);
  },
);
