import type {
  BatchFigures,
  BatchRefusal,
  Certificate,
  CertificateBatch,
  Enrolment,
} from "@twiza/contract";
import { groupOf, nextPlace } from "../correction/groups.ts";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import { found } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { issue } from "./issue.ts";

/** How many learners a step issues to: done within some seconds, and told anew at most when it is killed. */
const LEARNERS_AT_ONCE = 50;

type Outcome =
  | { readonly of: Exclude<keyof BatchFigures, "learners" | "refused"> }
  | { readonly of: "refused"; readonly code: BatchRefusal["code"]; readonly cause?: unknown };
export type Step = {
  readonly batch: CertificateBatch;
  /** What went wrong with single learners, for those who run Twiza. */
  readonly faults: readonly unknown[];
};

/**
 * One step of issuing to many: the next learners, each in a transaction of her own, then how far it has come, together with those who
 * could not be issued to. Writing that down is what the next step follows from. Killed at any point it is done again from its last
 * place, and whoever has hers already is counted as before. A step that was seen before, or of a batch that stands, does nothing.
 * @param seen how far it had come, and the revision at which that was written
 */
export async function goOnIssuing(
  deps: Deps,
  seen: Kept<CertificateBatch>,
): Promise<Step | undefined> {
  const { batches } = deps.store;
  const kept = await batches.byId(seen.value.organisationId, seen.value.id);
  if (kept?.revision !== seen.revision || kept.value.state !== "running") return undefined;
  const { value: batch } = kept;
  const most = Math.min(LEARNERS_AT_ONCE, batch.most - batch.figures.issued);
  const page = await groupOf(deps, batch, batch.place, most);
  const outcomes: { readonly to: Enrolment; readonly outcome: Outcome }[] = [];
  for (const { value } of page.values)
    outcomes.push({ to: value, outcome: await outcomeFor(deps, batch, value) });
  const place = nextPlace(batch, batch.place, page);
  const figures = outcomes.reduce((sum, { outcome }) => counted(sum, outcome), batch.figures);
  const next: CertificateBatch = {
    ...{ ...batch, figures, place: place ?? batch.place },
    state: !place ? "done" : figures.issued >= batch.most ? "stopped" : "running",
    changedAt: deps.clock.now().toISOString(),
  };
  const named = outcomes.flatMap(({ to, outcome }) =>
    outcome.of === "refused" ? [refusalOf(next, to, outcome.code)] : [],
  );
  const writes = [
    batches.put(next, kept.revision),
    ...named.map((refusal) => batches.putRefused(refusal)),
  ];
  // Stopped meanwhile, or another was quicker: what is issued stays issued, and who comes next finds it so.
  if ((await deps.store.commit(writes)) !== "done") return undefined;
  const faults = outcomes.flatMap(({ outcome }) =>
    "cause" in outcome && outcome.cause !== undefined ? [outcome.cause] : [],
  );
  return { batch: next, faults };
}

const counted = (sum: BatchFigures, { of }: Outcome): BatchFigures => ({
  ...sum,
  learners: sum.learners + 1,
  [of]: sum[of] + 1,
});

const refusalOf = (
  { id, changedAt }: CertificateBatch,
  { learnerId, learnerName }: Enrolment,
  code: BatchRefusal["code"],
): BatchRefusal => ({ batchId: id, learnerId, learnerName, code, at: changedAt });

/** One learner's trouble is hers alone: the others are not kept waiting for it. Unless it is the store's, which the whole step waits for. */
async function outcomeFor(deps: Deps, batch: CertificateBatch, to: Enrolment): Promise<Outcome> {
  try {
    return await issueTo(deps, batch, to);
  } catch (cause) {
    await deps.store.batches.byId(batch.organisationId, batch.id);
    return { of: "refused", code: "busy", cause };
  }
}

async function issueTo(
  deps: Deps,
  batch: CertificateBatch,
  { learnerId, courseId, earnedAt }: Enrolment,
): Promise<Outcome> {
  if (!earnedAt) return { of: "notYet" };
  if (await isOwnLearner(deps, batch.by, learnerId))
    return { of: "refused", code: "certificate.own" };
  const by = { accountId: batch.by, name: batch.byName };
  const { certificate, already } = await decide(deps, async () => {
    const { value } = found(
      await deps.store.enrolments.byCourse(learnerId, courseId, { fresh: true }),
    );
    const decision = await issue(deps, value, by);
    const reply = { certificate: decision.reply, already: decision.already };
    return { reply, writes: decision.writes };
  });
  return { of: already && !isOfBatch(certificate, batch) ? "already" : "issued" };
}

/** Issued by this very batch before it was killed, and not told yet. */
const isOfBatch = ({ issuedBy, issuedAt, reissueOf }: Certificate, batch: CertificateBatch) =>
  issuedBy === batch.by && issuedAt >= batch.startedAt && reissueOf === undefined;
