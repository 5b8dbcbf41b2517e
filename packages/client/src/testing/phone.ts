import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { type Database, type DatabaseOptions, openDatabase } from "../database.ts";
import type { Phone } from "../phone.ts";

/** A UUIDv7 of a moment, from a count instead of chance. */
function idsInOrder(mark = 0): (moment: number) => string {
  let made = 0;
  return (moment) => {
    made += 1;
    const hex = Math.floor(moment).toString(16).padStart(12, "0");
    const tail = (mark * 1_000_000 + made).toString(16).padStart(12, "0");
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail}`;
  };
}

/** A phone whose storage outlives the pages that are opened on it. Its clock stands until it is set. */
export function testPhone({ mark = 0, clock = Date.parse("2026-03-01T08:00:00Z") } = {}) {
  const storage = new IDBFactory();
  const newId = idsInOrder(mark);
  const pages: Database[] = [];
  const phone = {
    storage,
    clock,
    /** A tab, or the same after a restart. */
    open(options: Partial<DatabaseOptions> = {}): Phone {
      const database = openDatabase({ factory: () => storage, ...options });
      pages.push(database);
      return { database, now: () => phone.clock, newId };
    },
    close: (): void => {
      for (const page of pages) page.close();
    },
  };
  return phone;
}
