import { actsOf, type CertificateId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { appendToLog } from "./append.ts";

/**
 * Appends what ended a certificate whose signed forms are erased: that it was issued stands in the log already, or it was never signed
 * and nothing of it ever will.
 */
export async function logErased(deps: Deps, id: CertificateId): Promise<void> {
  const kept = await deps.store.certificates.byId(id);
  if (kept?.value.erasedAt === undefined) return;
  if ((await deps.store.log.acts(id)).length === 0) return;
  const later = actsOf(kept.value).flatMap(({ act }, number) =>
    act === "issued" ? [] : [{ certificateId: id, number, entry: { act } }],
  );
  await appendToLog(deps, later);
}
