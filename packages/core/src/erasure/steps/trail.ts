import { lineWithout } from "../scrub.ts";
import type { Step } from "./step.ts";

/** Pages of a hundred lines that one step reads. */
const MOST_PAGES = 20;

/** The trails of her organisations: each says what happened as before, and no longer to whom. */
export const trail: Step = async ({ deps, erasure, work }, place) => {
  const [at = "0", from] = (place ?? "").split("|");
  const number = Number(at);
  const organisationId = work.organisations[number];
  if (organisationId === undefined) return { found: false };
  const hers = {
    subjects: new Set(work.subjects),
    account: erasure.account ? erasure.accountId : undefined,
  };
  let found = false;
  let after = from === "" ? undefined : from;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { rows, next } = await deps.store.erasures.rows({ of: "trail", organisationId }, after);
    for (const row of rows) {
      const line = lineWithout(row.data, hers);
      if (line === undefined) continue;
      await deps.store.commit([deps.store.erasures.rewrite(row, line)]);
      found = true;
    }
    after = next;
    if (after === undefined) break;
  }
  return { found, place: after === undefined ? `${number + 1}|` : `${number}|${after}` };
};
