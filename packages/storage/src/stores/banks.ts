import {
  BankIndexLine,
  BankItemRow,
  type BankPart,
  BinnedBankItemRow,
  type ItemId,
  MOST_PART_LINES,
  OrganisationId,
} from "@twiza/contract";
import type { Kept, Store } from "@twiza/core";
import * as z from "zod";
import type { Engine, Op } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { packed, QUICKLY, unpacked } from "./packed.ts";
import { page, type Writer } from "./write.ts";

const partition = (organisationId: OrganisationId): string => `ORG#${organisationId}#BANK`;
type InBank = Pick<BankItemRow, "organisationId"> & { readonly item: { readonly id: ItemId } };

const bankItem = entity({
  name: "bank-item",
  table: tables.courses,
  schema: BankItemRow,
  format: 1,
  key: ({ organisationId, item: { id } }: InBank) => ({
    pk: partition(organisationId),
    sk: `ITEM#${id}`,
  }),
});

const removed = entity({
  name: "removed-bank-item",
  table: tables.courses,
  schema: BinnedBankItemRow,
  format: 1,
  key: ({ organisationId, item: { id } }: InBank) => ({
    pk: partition(organisationId),
    sk: `BIN#${id}`,
  }),
});

/** Between the bin and the items, so that one query reads all of it and nothing else. Its lines lie packed. */
const PackedPart = z.strictObject({
  organisationId: OrganisationId,
  part: z.int().nonnegative(),
  packed: z.instanceof(Uint8Array),
});
const part = entity({
  name: "bank-part",
  table: tables.courses,
  schema: PackedPart,
  format: 1,
  key: (of: Pick<BankPart, "organisationId" | "part">) => ({
    pk: partition(of.organisationId),
    sk: `INDEX#${String(of.part).padStart(3, "0")}`,
  }),
});
const Lines = z.array(BankIndexLine).max(MOST_PART_LINES);

const opened = ({ packed: bytes, ...of }: z.infer<typeof PackedPart>): BankPart => ({
  ...of,
  lines: Lines.parse(unpacked(bytes)),
});
const packedOf = ({ lines, ...of }: BankPart): z.infer<typeof PackedPart> => ({
  ...of,
  packed: packed(Lines.parse(lines), QUICKLY),
});

async function indexOf(engine: Engine, organisationId: OrganisationId): Promise<BankPart[]> {
  const parts: BankPart[] = [];
  let after: string | undefined;
  do {
    const pk = partition(organisationId);
    const found = await part.query(engine, { pk, sk: { beginsWith: "INDEX#" }, after });
    parts.push(...found.values.map(({ value }) => opened(value)));
    after = found.next;
  } while (after !== undefined);
  return parts;
}

export const bankStore = (engine: Engine, write: Writer): Store["bank"] => ({
  byId: (organisationId, id) =>
    bankItem.get(engine, { organisationId, item: { id } }, { consistent: true }),
  put: (row, expected) => write(bankItem.put(row, { expected })),
  index: (organisationId) => indexOf(engine, organisationId),
  part: async (organisationId, number): Promise<Kept<BankPart> | undefined> => {
    const of = { organisationId, part: number };
    const kept = await part.get(engine, of, { consistent: true });
    return kept && { value: opened(kept.value), revision: kept.revision };
  },
  putPart: (value, expected) => write(part.put(packedOf(value), { expected })),
  remove: (row, expected) => {
    const binned = removed.put(row, { expected: "absent" });
    // Without its condition: one of this name that lies there already is older.
    const anyhow: Op =
      binned.op === "put" ? { op: "put", table: binned.table, item: binned.item } : binned;
    return write(bankItem.remove(row, { expected }), anyhow);
  },
  removedById: (organisationId, id) =>
    removed.get(engine, { organisationId, item: { id } }, { consistent: true }),
  removed: async (organisationId, after) =>
    page(
      await removed.query(engine, {
        pk: partition(organisationId),
        sk: { beginsWith: "BIN#" },
        descending: true,
        limit: 60,
        after,
        consistent: true,
      }),
    ),
  forget: ({ value, revision }) => write(removed.remove(value, { expected: revision })),
});
