import { LANGUAGES } from "@twiza/contract/where";
import { beforeAll, describe, expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { type Addresses, addressesIn } from "./pages/addresses.ts";
import type { Entry, Group, Reader, Room } from "./pages/entry.ts";
import { GROUPS } from "./pages/list.ts";
import { faultsIn } from "./pages/look.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let at: Addresses;
beforeAll(async () => {
  at = await addressesIn(suite.house);
});

describe.each(LANGUAGES)(
  "no barrier, in light or dark, on a small phone or a desk, with small or large letters, in %s",
  (language) => {
    const words = wordsOf(language);
    test.each(Object.entries<Group>(GROUPS))("for %s", async (_, { room, entries }) => {
      const wanted = entries.filter(({ only = language }) => only === language);
      const byReader = Map.groupBy(wanted, ({ who }) => who?.(at, language) ?? "");
      const waiting = [...byReader];
      const faults: string[] = [];
      /** One after another takes what the next person sees, on a device of hers. */
      const walk = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [contact, hers] = next;
          const device = await (room === "office" ? suite.desk(language) : suite.phone(language));
          if (contact !== "") await suite.signIn(device, contact);
          const page = await device.newPage();
          for (const entry of hers)
            faults.push(...(await look({ page, language, words, at }, entry, room)));
          await device.close();
        }
      };
      suite.expects(...wanted.flatMap(({ awaited = [] }) => awaited));
      await Promise.all([walk(), walk()]);
      expect(faults).toEqual([]);
    });
  },
);

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
