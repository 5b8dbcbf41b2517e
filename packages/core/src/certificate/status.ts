import {
  type Certificate,
  type CertificateId,
  type StatusList,
  type StatusListName,
  type StatusPurpose,
  statusPlace,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import { found } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { bitsWith, placesOfRow, rowOf } from "./status-row.ts";

/** What its status lists must say of a certificate. */
const wanted = ({ revocation, suspension }: Certificate): Readonly<Record<StatusPurpose, boolean>> => ({
  revocation: revocation !== undefined,
  suspension: suspension !== undefined,
}); // prettier-ignore

/**
 * Makes the status lists say what the record says now. Seeing a change twice, late or out of order does no harm: the record itself is
 * read anew.
 * @returns the lists that changed
 */
export const keepStatus = (deps: Deps, id: CertificateId): Promise<readonly StatusPurpose[]> =>
  decide(deps, async () => {
    const certificate = found(await deps.store.certificates.byId(id)).value;
    const changes: { readonly purpose: StatusPurpose; readonly writes: readonly Write[] }[] = [];
    for (const [purpose, isSet] of Object.entries(wanted(certificate)) as [StatusPurpose, boolean][]) {
      const writes = await listWith(deps, certificate, { purpose, isSet });
      if (writes.length > 0) changes.push({ purpose, writes });
    }
    return {
      reply: changes.map(({ purpose }) => purpose),
      writes: changes.flatMap(({ writes }) => writes),
    };
  }); // prettier-ignore

type Change = { readonly purpose: StatusPurpose; readonly isSet: boolean };

async function listWith(
  deps: Deps,
  { organisationId, number, acts }: Certificate,
  { purpose, isSet }: Change,
): Promise<readonly Write[]> {
  // What was never ended stands in no list: most certificates, and none of them costs a reading.
  if (!isSet && acts?.every(({ act }) => act === "issued")) return [];
  const { statusLists } = deps.store;
  const { year, part, index } = statusPlace(number);
  const name: StatusListName = { organisationId, year, purpose, part };
  const old = await statusLists.old(name);
  const kept = await statusLists.row(name, rowOf(index));
  const places = kept ? placesOfRow(kept.value) : [];
  if ((places.includes(index) || old?.value.set.includes(index) === true) === isSet) return [];
  const moved = old ? await intoRows(deps, old, rowOf(index)) : [];
  const from = [
    ...places,
    ...(old?.value.set ?? []).filter((each) => rowOf(each) === rowOf(index)),
  ];
  const bits = bitsWith(bitsWith(undefined, from, true), [index], isSet);
  const row = { ...name, row: rowOf(index), bits, changedAt: deps.clock.now().toISOString() };
  return [...moved, statusLists.putRow(row, kept?.revision ?? "absent")];
}

/** A list that lies in one row goes into rows of its own, all but the one that changes anyway: at most thirty-two writes. */
async function intoRows(deps: Deps, old: Kept<StatusList>, but: number): Promise<readonly Write[]> {
  const { statusLists } = deps.store;
  const { set, changedAt, ...name } = old.value;
  const rows = [...new Set(set.map(rowOf))].filter((row) => row !== but);
  const puts = rows.map(async (row) => {
    const kept = await statusLists.row(name, row);
    const places = set.filter((each) => rowOf(each) === row);
    const bits = bitsWith(kept?.value.bits, places, true);
    return statusLists.putRow({ ...name, row, bits, changedAt }, kept?.revision ?? "absent");
  });
  return [...(await Promise.all(puts)), statusLists.removeOld(old)];
}
