import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { guideOf } from "../../web/src/routes/help/guide.ts";

/** A page by its route, as Kit names it to the help that she goes to from there. */
const routes = globSync("**/+page.svelte", { cwd: "web/src/routes" })
  .map((file) => dirname(file).replace(/^\.?/, "/"))
  .sort();
/** What the list of guides names, as it is written. */
const guided = [
  ...readFileSync("web/src/routes/help/guide.ts", "utf8").matchAll(/"(\/[^"]*)": "guide\./g),
].map(([, route = ""]) => route);
/** Those who learn are seldom there: the office has its handbooks, and nobody else sees the gallery of components. */
const isLearners = (route: string): boolean => !/^\/(?:\(office\)|dev)(?:\/|$)/.test(route);
/** Pages of learners without a guide, and why. Nothing else is let pass. */
const WITHOUT: Readonly<Record<string, string>> = {
  "/": "The welcome has no scripts, so that help does not learn that she comes from there.",
  "/offline": "The same, and it says by itself what is left to do.",
  "/help": "It is the help.",
  "/handbook/[courseId]": "A paper that trainers print: only their desk leads to it.",
};

test("L20: help has something to say of every page of learners", () => {
  const hers = routes.filter(isLearners);
  expect(hers.length).toBeGreaterThan(15);
  expect(hers.filter((route) => guideOf(route) === undefined && !(route in WITHOUT))).toEqual([]);
});

test("no guide and no exception is left of a page that is gone or has both", () => {
  expect(guided.length).toBeGreaterThan(10);
  expect(guided.filter((route) => !routes.includes(route))).toEqual([]);
  expect(Object.keys(WITHOUT).filter((route) => !routes.includes(route) || guideOf(route))).toEqual(
    [],
  );
});
