/// <reference lib="dom" />
import { staff } from "@twiza/content";
import { expect, test } from "vitest";
import { comeIn, openSuite, settled } from "./browser.ts";
import { shapeFaults } from "./pages/shape.ts";

const suite = openSuite();

test("a heading, a card or a button that lost its sentence is a fault of its page, which has none otherwise", async () => {
  const page = await comeIn(await suite.desk("ar"), staff.administrator.contact);
  await page.goto("/office");
  await settled(page);
  const silent = async () => {
    const faults = await shapeFaults(page, { target: 24, gap: 0, words: false });
    return faults.filter((fault) => fault.startsWith("says nothing"));
  };
  expect(await silent()).toEqual([]);
  await page.evaluate(() => {
    for (const wanted of ["main h1", "main .card p", "main button"]) {
      const one = document.querySelector(wanted);
      if (one) one.textContent = " ";
    }
  });
  const said = await silent();
  for (const wanted of ["<h1", "<p", "<button"])
    expect(said.filter((fault) => fault.includes(wanted))).toHaveLength(1);
});
