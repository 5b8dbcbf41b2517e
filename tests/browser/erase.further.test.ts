import { learners } from "@twiza/content";
import { expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { button, whoIsHere } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

test("she erases herself: told what goes and stays, nothing of her is left on this phone, and her other phone forgets her by itself", async () => {
  const { contact, language, name } = learners.certified;
  const words = wordsOf(language);
  const phone = await suite.phone(language);
  const page = await suite.pageOf(phone, contact);
  const other = await suite.phone(language);
  const elsewhere = await suite.pageOf(other, contact);
  const id = (await whoIsHere(suite.house, phone)).learner?.id ?? "";
  for (const each of [page, elsewhere]) {
    await each.goto("/me");
    await button(each, words["erase.open"]()).waitFor();
    await settled(each);
    expect(await each.evaluate(() => JSON.stringify(localStorage))).toContain(id);
  }
  await button(page, words["erase.open"]()).tap();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(words["erase.stays.log"]()).waitFor();
  await sheet.getByRole("radio", { name: words["erase.after.good"]() }).check();
  suite.expects({ status: 401, path: /^\/api\// });
  await button(sheet, words["erase.do"]()).tap();
  await page.waitForURL("**/learn");
  await page.getByText(words["erase.done"]()).waitFor();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(id);
  await suite.house.server.worker.settled();

  // The next contact of the other one, on whatever page.
  await elsewhere.goto("/courses");
  await elsewhere.getByText(words["erase.heard"]({ name })).waitFor();
  expect(await elsewhere.evaluate(() => JSON.stringify(localStorage))).not.toContain(id);
});
