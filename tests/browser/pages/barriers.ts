import type { Language } from "@twiza/contract/where";
import { beforeAll, describe, expect, test } from "vitest";
import { openSuite } from "../browser.ts";
import { type Addresses, addressesIn } from "./addresses.ts";
import type { Entry, Group, Reader, Room } from "./entry.ts";
import { GROUPS } from "./list.ts";
import { faultsIn } from "./look.ts";
import { wordsOf } from "../words.ts";

/**
 * A test for each group of pages in one language. Each language is a file of its own, so that a computer with several cores looks at
 * several at a time.
 */
export function noBarriersIn(language: Language): void {
  const suite = openSuite();
  const words = wordsOf(language);
  let at: Addresses;
  beforeAll(async () => {
    at = await addressesIn(suite.house);
  });

  /** What one person sees, on a device of hers. */
  async function walk(contact: string, hers: readonly Entry[], room: Room): Promise<string[]> {
    const device = await (room === "office" ? suite.desk(language) : suite.phone(language));
    if (contact !== "") await suite.signIn(device, contact);
    const page = await device.newPage();
    const faults: string[] = [];
    for (const entry of hers)
      faults.push(...(await look({ page, language, words, at }, entry, room)));
    await device.close();
    return faults;
  }

  describe(`L10, L11: no barrier, in light or dark, on a small phone or a desk, with small or large letters, in ${language}`, () => {
    test.each(Object.entries<Group>(GROUPS))("for %s", async (_, { room, entries }) => {
      const wanted = entries.filter(({ only = language }) => only === language);
      suite.expects(...wanted.flatMap(({ awaited = [] }) => awaited));
      const faults: string[] = [];
      for (const [contact, hers] of Map.groupBy(wanted, ({ who }) => who?.(at, language) ?? ""))
        faults.push(...(await walk(contact, hers, room)));
      expect(faults).toEqual([]);
    });
  });
}

/** All that is wrong, or why it was not reached: one page must not hide what the others have to say. */
async function look(reader: Reader, entry: Entry, room: Room): Promise<string[]> {
  try {
    return await faultsIn(reader, entry, room);
  } catch (error) {
    return [`${entry.name} is not reached: ${String(error)}`];
  } finally {
    await reader.page.context().setOffline(false);
  }
}
