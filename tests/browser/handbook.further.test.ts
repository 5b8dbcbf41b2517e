import { expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { turnTo } from "./pages/turn.ts";

const suite = openSuite();

test("a course goes on paper whole, in each language: every lesson, every question of practice with its answer, none that counts", async () => {
  const { path, lessons } = await theCourse(suite.house);
  const page = await (await suite.phone("fr")).newPage();
  await page.goto(path.replace("/learn/", "/handbook/"));
  const drawn = page.locator(".act button:not([aria-busy=true])");
  await drawn.waitFor();

  for (const language of ["fr", "ar"] as const) {
    await turnTo(page, language);
    await page.locator(`.paper .blocks[lang=${language}]`).first().waitFor();
    await drawn.waitFor();
    const paper = page.locator(".paper");
    expect(await paper.locator("section[id^=les_]").count()).toBe(lessons.length);
    const asked = await paper.locator(".question .name bdi").allInnerTexts();
    expect(asked.length).toBeGreaterThan(lessons.length);
    expect(await paper.locator("dl dt").allInnerTexts()).toEqual(asked);
    for (const answer of await paper.locator("dl dd").allInnerTexts()) expect(answer).not.toBe("");
    const unseen = await paper
      .locator("img")
      .evaluateAll(
        (all) =>
          all.filter((each) => each instanceof HTMLImageElement && each.naturalWidth === 0).length,
      );
    expect(unseen).toBe(0);

    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".bar, .act").filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    const boxes = pdf.toString("latin1").match(/\/MediaBox \[[^\]]*\]/g) ?? [];
    // Cover, contents, a page for each lesson at the least, and the answers; A4, in points.
    expect(boxes.length).toBeGreaterThan(lessons.length + 2);
    expect([...new Set(boxes)]).toEqual(["/MediaBox [0 0 594.95996 841.91998]"]);
  }
});
