import type { Language } from "@twiza/contract/where";
import { beforeAll, describe, expect, test } from "vitest";
import { openSuite } from "../browser.ts";
import { wordsOf } from "../words.ts";
import { type Addresses, addressesIn } from "./addresses.ts";
import { isWhole, LANGUAGES_READ } from "./depth.ts";
import type { Entry, Group, Reader } from "./entry.ts";
import { GROUPS } from "./list.ts";
import { faultsIn } from "./look.ts";
import { bringScanners } from "./scan.ts";

/** No group is so long that it takes this, in milliseconds, on a slow computer. */
const PATIENCE = 600_000;

/** A test for each of these groups of pages. They are in several files, so that a computer looks at several at a time. */
export function noBarriersFor(...names: readonly (keyof typeof GROUPS)[]): void {
  const suite = openSuite();
  let at: Addresses;
  beforeAll(async () => {
    at = await addressesIn(suite.house);
  });

  /** What one person sees, on a device of hers. */
  async function walk(contact: string, language: Language, group: Group): Promise<string[]> {
    const { room, walked } = group;
    const entries = statesOf(group);
    const device = await (room === "office" ? suite.desk(language) : suite.phone(language));
    if (contact !== "") await suite.signIn(device, contact);
    await bringScanners(device);
    const page = await device.newPage();
    const reader = { page, language, words: wordsOf(language), at };
    const faults: string[] = [];
    let before: Entry | undefined;
    for (const entry of entries) {
      if ((entry.who?.(at) ?? "") !== contact || (entry.only ?? language) !== language) continue;
      const how = { room, isTurned: walked !== "each", ...placeIn(entries, entry), before };
      const seen = await look(reader, entry, how);
      faults.push(...seen);
      // What went wrong there may have left anything behind.
      before = seen.length > 0 ? undefined : entry;
    }
    await device.close();
    return faults;
  }

  describe(`L10, L11: no barrier in ${isWhole ? "four" : "two"} languages, in light or dark, on a small phone or a desk, with small or large letters (a page's further states: scanned in one language, their words tried in all), and none at the keyboard of a sheet; L20: help is at the same place`, () => {
    test.each(names)(
      "for %s",
      async (name) => {
        const group: Group = GROUPS[name];
        const entries = statesOf(group);
        suite.expects(...entries.flatMap(({ awaited = [] }) => awaited));
        const contacts = new Set(entries.map(({ who }) => who?.(at) ?? ""));
        const faults: string[] = [];
        for (const language of group.walked === "each" ? LANGUAGES_READ : [group.walked])
          for (const contact of contacts) faults.push(...(await walk(contact, language, group)));
        expect(faults).toEqual([]);
      },
      PATIENCE,
    );
  });
}

/** The states of its pages that are looked at. */
const statesOf = ({ entries }: Group): readonly Entry[] =>
  isWhole ? entries : entries.filter((entry) => isFirstOf(entries, entry));

const isFirstOf = (entries: readonly Entry[], entry: Entry): boolean =>
  entries.find(({ route }) => route === entry.route) === entry;

const ALL: readonly Entry[] = Object.values<Group>(GROUPS).flatMap(({ entries }) => entries);

/** Whether it is the first state of its page among these, and the first of its sheet at all. */
const placeIn = (entries: readonly Entry[], entry: Entry) => ({
  isFirst: isFirstOf(entries, entry),
  isNewSheet: ALL.find(({ sheet }) => sheet?.file === entry.sheet?.file) === entry,
});

/** All that is wrong, or why it was not reached: one page must not hide what the others have to say. */
async function look(
  reader: Reader,
  entry: Entry,
  how: Parameters<typeof faultsIn>[2],
): Promise<string[]> {
  try {
    return await faultsIn(reader, entry, how);
  } catch (error) {
    return [`${entry.name} is not reached: ${String(error)}`];
  } finally {
    await reader.page.context().setOffline(false);
  }
}
