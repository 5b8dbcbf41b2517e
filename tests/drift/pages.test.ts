import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { httpManifests } from "@twiza/functions/manifests";
import { expect, test } from "vitest";
import type { Entry, Group } from "../browser/pages/entry.ts";
import { GROUPS } from "../browser/pages/list.ts";

const SOURCE = "web/src";
const entries: readonly Entry[] = Object.values<Group>(GROUPS).flatMap((group) => group.entries);
const filesOf = (pattern: string) => globSync(pattern, { cwd: SOURCE }).sort();
/** A page's folder under `routes`, as the entries name it; the welcome's is empty. */
const routes = filesOf("routes/**/+page.svelte").map((file) =>
  dirname(file).replace(/^routes\/?/, ""),
);

test("every page of the app is looked at for barriers, and so is the one for what is not there", () => {
  const seen = new Set(entries.map(({ route }) => route));
  expect(routes.length).toBeGreaterThan(10);
  expect([...routes, "+error"].filter((route) => !seen.has(route))).toEqual([]);
});

/** They answer machines, in JSON or signed; `/v/` leads on to the page of a certificate. */
const MACHINES = ["/health", "/v/", "/o/", "/.well-known/", "/oid4vci/"];

test("every page that a function writes itself is looked at", () => {
  const written = httpManifests
    .flatMap(({ pages }) => pages.map(({ path }): string => path))
    .filter((path) => !MACHINES.some((machine) => path.startsWith(machine)));
  const seen = new Set(entries.map(({ route }) => route));
  expect(written.length).toBeGreaterThan(1);
  expect(written.filter((path) => !seen.has(path))).toEqual([]);
});

test("nothing is listed that is no longer there", () => {
  const known = new Set([...routes, "+error"]);
  const isServed = (route: string) => route.startsWith("/");
  expect(entries.filter(({ route }) => !isServed(route) && !known.has(route))).toEqual([]);
  const names = entries.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test("every sheet is opened and looked at", () => {
  const holders = filesOf("**/*.svelte").filter((file) =>
    /<Sheet\b/.test(readFileSync(`${SOURCE}/${file}`, "utf8")),
  );
  const opened = new Set(entries.flatMap(({ sheet }) => (sheet ? [sheet.file] : [])));
  expect(holders.length).toBeGreaterThan(5);
  expect(holders.filter((file) => !opened.has(file))).toEqual([]);
  expect([...opened].filter((file) => !holders.includes(file))).toEqual([]);
});
