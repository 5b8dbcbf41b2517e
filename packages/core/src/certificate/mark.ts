import type { OrganisationId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { Refused } from "../refused.ts";
import type { Write } from "../store/index.ts";

/** Of sixteen million marks even a thousandth taken leaves no room for twenty misses in a row. */
const ROUNDS = 20;

/**
 * The six hex digits that stand for an organisation in its numbers, its own for ever: reserved together with its first
 * certificate. It is the end of the organisation's id, or, where another was first with that, of an id made for the purpose.
 * @returns the mark, and what must be written along with the number that carries it
 * @throws Refused `busy` when no free mark was found
 */
export async function markFor(
  { store, newId }: Pick<Deps, "store" | "newId">,
  organisationId: OrganisationId,
): Promise<{ readonly mark: string; readonly writes: readonly Write[] }> {
  const own = await store.certificates.markOf(organisationId);
  if (own !== undefined) return { mark: own, writes: [] };
  let mark = organisationId.slice(-6);
  for (let round = 0; round < ROUNDS; round++) {
    if (!(await store.certificates.isMarkTaken(mark)))
      return { mark, writes: store.certificates.reserveMark(organisationId, mark) };
    mark = newId("organisation").slice(-6);
  }
  throw new Refused("busy");
}
