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
import type { Write } from "../store.ts";

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
    const changes: { readonly purpose: StatusPurpose; readonly write: Write }[] = [];
    for (const [purpose, isSet] of Object.entries(wanted(certificate)) as [StatusPurpose, boolean][]) {
      const write = await listWith(deps, certificate, { purpose, isSet });
      if (write) changes.push({ purpose, write });
    }
    return {
      reply: changes.map(({ purpose }) => purpose),
      writes: changes.map(({ write }) => write),
    };
  }); // prettier-ignore

async function listWith(
  { store, clock }: Deps,
  { organisationId, number }: Certificate,
  { purpose, isSet }: { readonly purpose: StatusPurpose; readonly isSet: boolean },
): Promise<Write | undefined> {
  const { year, part, index } = statusPlace(number);
  const name: StatusListName = { organisationId, year, purpose, part };
  const kept = await store.certificates.status(name);
  const set = kept?.value.set ?? [];
  if (set.includes(index) === isSet) return undefined;
  const next = isSet ? [...set, index].sort((a, b) => a - b) : set.filter((it) => it !== index);
  const list: StatusList = { ...name, set: next, changedAt: clock.now().toISOString() };
  return store.certificates.putStatus(list, kept?.revision ?? "absent");
}
