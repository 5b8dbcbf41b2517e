import {
  type Certificate,
  OrganisationId,
  PLACES_A_ROW,
  STATUS_LIST_LENGTH,
  type StatusListName,
  StatusRow,
} from "@twiza/contract";
import { type Deps, keepStatus, placesOfRow } from "@twiza/core";
import { openStore } from "@twiza/storage";
import { openSqlite } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { idOf } from "../house/open-log.ts";

const folder = mkdtempSync(join(tmpdir(), "twiza-status-"));
const engine = openSqlite({ file: join(folder, "store.sqlite"), tables: tableList });
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const NOW = "2026-05-01T10:00:00.000Z";
let organisation = 0;
let list: StatusListName;
let deps: Deps;
beforeEach(() => {
  // An organisation of its own: nothing of the test before is in its lists.
  organisation += 1;
  const organisationId = OrganisationId.parse(`org_${String(organisation).padStart(32, "0")}`);
  list = { organisationId, year: 2026, purpose: "suspension", part: 0 };
  deps = { store: openStore(engine), clock: { now: () => new Date(NOW) } } as Deps; // Lists ask for nothing else.
});

const acts = { issued: { act: "issued", at: NOW }, suspended: { act: "suspended", at: NOW } } as const; // prettier-ignore

/** A certificate of the register as far as its lists go, at a place of the first list, or of the next. */
const certificateAt = (place: number, isSuspended: boolean, hasBeen = true) =>
  ({
    id: idOf(organisation * 1_000_000 + place),
    number: `TWZ-4f2a90-2026-${String(place).padStart(6, "0")}`,
    organisationId: list.organisationId,
    acts: hasBeen ? [acts.issued, acts.suspended] : [acts.issued],
    ...(isSuspended ? { suspension: { at: NOW, by: "acc_1", reason: "inquiry" } } : {}),
  }) as unknown as Certificate;

/** The worker sees that a certificate has changed to this. */
async function saw(certificate: Certificate): Promise<readonly string[]> {
  const { store } = deps;
  const known = { ...store.certificates, byId: () => Promise.resolve({ value: certificate, revision: 1 }) }; // prettier-ignore
  return keepStatus({ ...deps, store: { ...store, certificates: known } }, certificate.id);
}
const places = () => deps.store.statusLists.placesOf(list);

const put = async (...writes: Parameters<Deps["store"]["commit"]>[0]) => deps.store.commit(writes);

describe("a status list", () => {
  it("says of each place what was last seen of it, whatever came before, twice or again", async () => {
    const place = fc.constantFrom(0, 1, 7, 8, 4_095, 4_096, 65_535, 131_071);
    const change = fc.tuple(place, fc.boolean());
    const model = new Map<number, boolean>();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        for (const [at, isSet] of changes) {
          const changed = await saw(certificateAt(at, isSet));
          expect(changed).toEqual((model.get(at) ?? false) === isSet ? [] : ["suspension"]);
          model.set(at, isSet);
        }
        const set = [...model].flatMap(([at, isSet]) => (isSet ? [at] : []));
        expect(await places()).toEqual(set.sort((one, other) => one - other));
      }),
      { numRuns: 20 },
    );
  });

  it("holds all of its places at once", async () => {
    const { statusLists } = deps.store;
    const bits = Buffer.alloc(PLACES_A_ROW / 8, 0xff).toString("base64");
    for (let row = 0; row < STATUS_LIST_LENGTH / PLACES_A_ROW; row += 1)
      await put(statusLists.putRow({ ...list, row, bits, changedAt: NOW }, "absent"));
    const all = await places();
    expect(all).toHaveLength(STATUS_LIST_LENGTH);
    expect([all[0], all.at(-1)]).toEqual([0, STATUS_LIST_LENGTH - 1]);
    expect(await saw(certificateAt(70_000, true))).toEqual([]);
    expect(await saw(certificateAt(70_000, false))).toEqual(["suspension"]);
    expect((await places()).includes(70_000)).toBe(false);
  });

  it("goes on in the next one, and part 1 is not part 10", async () => {
    await saw(certificateAt(STATUS_LIST_LENGTH + 5, true));
    await saw(certificateAt(10 * STATUS_LIST_LENGTH + 6, true));
    const of = (part: number) => deps.store.statusLists.placesOf({ ...list, part });
    expect([await of(0), await of(1), await of(10)]).toEqual([[], [5], [6]]);
  });

  it("that was written in one row is read, and goes into rows with the next change, with all that it said", async () => {
    const { statusLists } = deps.store;
    const set = Array.from({ length: 40_000 }, (_, at) => at * 3);
    await engine.transact([oldRow(set)]);
    expect(await places()).toEqual(set);
    // Nothing new: nothing is written.
    expect(await saw(certificateAt(300, true))).toEqual([]);
    expect(await statusLists.old(list)).toBeDefined();
    expect(await saw(certificateAt(300, false))).toEqual(["suspension"]);
    expect(await statusLists.old(list)).toBeUndefined();
    expect(await places()).toEqual(set.filter((at) => at !== 300));
    expect(await saw(certificateAt(301, true))).toEqual(["suspension"]);
    expect(await saw(certificateAt(300, false))).toEqual([]);
  });

  it("loses nothing where two change it at once, nor while an old one goes into rows", async () => {
    await engine.transact([oldRow([1, 5_000, 100_000])]);
    const seen = [2, 3, 4, 5_001, 100_001].map((at) => saw(certificateAt(at, true)));
    await Promise.all([...seen, saw(certificateAt(1, false)), saw(certificateAt(5_000, true))]);
    expect(await places()).toEqual([2, 3, 4, 5_000, 5_001, 100_000, 100_001]);
  });

  it("is not even asked for what was never ended", async () => {
    const asked = () => Promise.reject(new Error("asked"));
    const silent = { ...deps.store.statusLists, old: asked, row: asked };
    deps = { ...deps, store: { ...deps.store, statusLists: silent } };
    expect(await saw(certificateAt(9, false, false))).toEqual([]);
  });
});

it("a row of a list weighs less than a kilobyte, and holds each place in one way", () => {
  const full = Buffer.alloc(PLACES_A_ROW / 8, 0xff).toString("base64");
  const row = StatusRow.parse({ ...list, row: 31, bits: full, changedAt: NOW });
  expect(JSON.stringify(row).length).toBeLessThan(900);
  expect(placesOfRow(row).at(-1)).toBe(STATUS_LIST_LENGTH - 1);
});

/** As the version before wrote it. */
function oldRow(set: readonly number[]) {
  const { organisationId, year, purpose, part } = list;
  const key = { pk: `STATUS#${organisationId}`, sk: `${year}#${purpose}#${part}` };
  const data = { ...list, set: [...set], changedAt: NOW };
  return {
    op: "put" as const,
    table: "certificates",
    item: { ...key, entity: "status-list", format: 1, revision: 1, data },
  };
}
