import { StatusList, type StatusListName, StatusRow } from "@twiza/contract";
import { placesOfRow, type Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

/** Where the rows of a list begin. The sign at the end keeps part 1 from part 10. */
const rowsOf = ({ organisationId, year, purpose, part }: StatusListName) => ({
  pk: `STATUS#${organisationId}`,
  begin: `${year}#${purpose}#${part}#ROW#`,
});
const statusRow = entity({
  name: "status-row",
  table: tables.certificates,
  schema: StatusRow,
  format: 1,
  key: ({ row, ...list }: StatusListName & { row: number }) => {
    const { pk, begin } = rowsOf(list);
    return { pk, sk: `${begin}${String(row).padStart(2, "0")}` };
  },
});

/** Before lists had rows. */
const statusList = entity({
  name: "status-list",
  table: tables.certificates,
  schema: StatusList,
  format: 1,
  key: ({ organisationId, year, purpose, part }: StatusListName) => ({
    pk: `STATUS#${organisationId}`,
    sk: `${year}#${purpose}#${part}`,
  }),
});

export const statusListStore = (engine: Engine, write: Writer): Store["statusLists"] => ({
  placesOf: async (list) => {
    // First the old one: while it goes into rows, a place is seen twice rather than never.
    const old = await statusList.get(engine, list, { consistent: true });
    const { pk, begin } = rowsOf(list);
    const { values } = await statusRow.query(engine, {
      ...{ pk, sk: { beginsWith: begin } },
      consistent: true,
    });
    const rows = values.flatMap(({ value }) => placesOfRow(value));
    return [...new Set([...(old?.value.set ?? []), ...rows])].sort((one, other) => one - other);
  },
  row: (list, row) => statusRow.get(engine, { ...list, row }, { consistent: true }),
  putRow: (value, expected) => write(statusRow.put(value, { expected })),
  old: (list) => statusList.get(engine, list, { consistent: true }),
  removeOld: ({ value, revision }) => write(statusList.remove(value, { expected: revision })),
});
