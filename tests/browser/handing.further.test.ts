import { afterAll, beforeAll, expect, test } from "vitest";
import { assignmentOf, type Handing, openHanding } from "../house/handing.ts";
import { somePng } from "../house/pictures.ts";
import { openSuite, settled } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const ITTO = "itto@example.org";
const WORK = assignmentOf("L’étiquette");
let front: Front;
let at: Handing;
beforeAll(async () => {
  front = await openFront(suite.house);
  at = await openHanding(suite.house, [ITTO], [WORK]);
});
afterAll(() => front.close());

const handedIn = async () =>
  (
    await (
      await suite.house.as(ITTO)
    ).do("listOwnSubmissions", {
      ...{ params: { courseId: at.courseId }, query: {} },
    })
  ).submissions;

test("work is written and photographed without network, survives a reload, is handed in, and arrives by itself once", async () => {
  const words = wordsOf("ar");
  const phone = await suite.phone("ar", { through: front });
  const page = await suite.pageOf(phone, ITTO);
  await page.goto(`/courses/${at.courseId}`);
  const card = page.getByRole("link", { name: "بطاقة منتج وثمنه" }).last();
  await card.waitFor();
  await isWhole(page, "ar");
  // Once more through the worker, as whoever comes back the next morning; what work is done with comes in the quiet of that page.
  await page.reload();
  await card.waitFor();
  const kept = () =>
    page.evaluate(async () => {
      const name = (await caches.keys()).find((each) => each.startsWith("work:"));
      return name ? (await (await caches.open(name)).keys()).length : 0;
    });
  await expect.poll(kept).toBeGreaterThan(5);
  suite.expects({ status: 0, path: /^\/(?:api|content)\// });
  await phone.setOffline(true);
  await page.reload();
  await settled(page);
  await card.tap();
  const field = page.getByLabel(words["work.words"]());
  await field.fill("زيت أركان، 250 مل: 180 درهما");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      ...{ name: "label.png", mimeType: "image/png", buffer: Buffer.from(somePng()) },
    });
  await page.locator("main img").waitFor();

  await page.reload();
  await page.locator("main img").waitFor();
  expect(await field.inputValue()).toBe("زيت أركان، 250 مل: 180 درهما");
  await page.locator("main button", { hasText: words["work.handIn"]() }).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(words["work.ask.offline"]()).waitFor();
  await dialog.getByRole("button", { name: words["work.now"]() }).tap();
  await page.locator("#waiting").waitFor();
  await button(page, words["work.back"]()).waitFor();
  expect(await handedIn()).toEqual([]);

  await phone.setOffline(false);
  await page.locator("#waiting").waitFor({ state: "detached" });
  const [submission, ...others] = await handedIn();
  expect(others).toEqual([]);
  expect(submission).toMatchObject({
    text: "زيت أركان، 250 مل: 180 درهما",
    proofs: [{ kind: "photo" }],
    state: "waiting",
  });
  await page.getByText(words["work.state.waiting"]()).first().waitFor();
});
