import type { Certificate } from "@twiza/contract";
import { decide } from "../../intent.ts";
import { logCertificates } from "../../log/log-certificates.ts";
import type { Kept } from "../../store/index.ts";
import { huskOf } from "../husk.ts";
import { type Erasing, isMeant, type Step } from "./step.ts";

/**
 * Each of her certificates becomes a husk, and its signed forms go. What was signed is in the log before that, since the forms are what
 * the log names it by: so what she keeps goes on being checked.
 */
export const certificates: Step = async (erasing, place) => {
  const { deps, erasure, work } = erasing;
  const { learnerId } = erasure;
  const page = await deps.store.certificates.ofLearner(learnerId, place);
  const hers = page.values.filter(({ value }) => isMeant(erasure, value));
  for (const { value } of hers) await erase(erasing, value.id);
  const earned = await Promise.all(
    work.courses.map((courseId) =>
      deps.store.erasures.rows({ of: "earned", learnerId, courseId }, undefined),
    ),
  );
  const rows = earned.flatMap((each) => each.rows);
  await deps.store.erasures.remove(rows);
  return { found: hers.length + rows.length > 0, place: page.next };
};

async function erase({ deps, erasure }: Erasing, id: Certificate["id"]): Promise<void> {
  const signed = await deps.store.certificates.signed(id);
  await decide(deps, async () => {
    const kept: Kept<Certificate> | undefined = await deps.store.certificates.byId(id);
    if (!kept || kept.value.erasedAt !== undefined) return { reply: undefined, writes: [] };
    if (signed) await logCertificates(deps, [{ certificate: kept.value, signed: signed.value }]);
    const { at, by, revokes = false } = erasure;
    const husk = huskOf(kept.value, { at, by, revokes });
    return { reply: undefined, writes: [deps.store.erasures.becomeHusk(husk, kept)] };
  });
}
