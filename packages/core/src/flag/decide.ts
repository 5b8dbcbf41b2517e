import type { Attempt, Flag, FlagId, FlagLine, HandIn, IntentId, Verdict } from "@twiza/contract";
import { MARKING } from "@twiza/contract/marking";
import { grade } from "../attempt/grading.ts";
import { counted } from "../attempt/hand-in.ts";
import { itemsIn } from "../attempt/sitting.ts";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { judgedNow } from "../correction/judged.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Write } from "../store/index.ts";
import { cohortOf, flagSubject, lineOf } from "./flag.ts";

type Decide = { readonly intentId: IntentId; readonly verdict: Verdict; readonly note: string };

/**
 * Lets a hand-in count as if it had been in time, or sets it aside: once, by a person who is not the learner herself, with a
 * reason that the audit trail keeps. The same verdict again changes nothing.
 * @throws Refused `flag.own`, `flag.decided` by the other verdict, `lesson.unknown` for events, which nothing could apply
 */
export function decideFlag(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: FlagId; body: Decide },
): Promise<FlagLine> {
  const asked = { principal, operation: `flag.decide ${id}`, request: body };
  return once(deps, asked, async () => {
    const { value: flag, revision } = found(
      await deps.store.flags.byId(found(principal.organisationId), id),
    );
    const cohort = await cohortOf(deps, flag);
    const own = await isOwnLearner(deps, principal.accountId, flag.learnerId);
    if (own) throw new Refused("flag.own");
    authorise(principal, "flag:decide", flagSubject(flag, principal, { cohort, own }));
    if (flag.decision && flag.decision.verdict !== body.verdict) throw new Refused("flag.decided");
    if (flag.decision) return { reply: await lineOf(deps, flag, cohort), writes: [] };

    const now = deps.clock.now().toISOString();
    const { verdict, note } = body;
    const effect = await effects(deps, flag, { verdict, now });
    const decided: Flag = {
      ...flag,
      about: effect.about,
      decision: { verdict, note, at: now, by: principal.accountId },
    };
    const line = auditLine(deps, principal, {
      organisationId: flag.organisationId,
      action: "flag.decided",
      subjectId: flag.id,
      subjectName: flag.learnerName,
      about: { learnerId: flag.learnerId, courseId: flag.courseId },
      note: `${verdict}: ${note}`.slice(0, 500),
    });
    const writes = [deps.store.flags.put(decided, revision), line, ...effect.writes];
    return { reply: await lineOf(deps, decided, cohort), writes };
  });
}

/** What a verdict changes for the learner: always what her sitting says of it, and her result when it counts. */
async function effects(
  deps: Deps,
  flag: Flag,
  { verdict, now }: { verdict: Verdict; now: string },
): Promise<{ readonly about: Flag["about"]; readonly writes: readonly Write[] }> {
  const { about, learnerId, courseId, content } = flag;
  if (about.kind === "events") {
    if (verdict === "accepted") throw new Refused("lesson.unknown");
    return { about, writes: [] };
  }
  const { enrolments } = deps.store;
  const attempt = found(await enrolments.attempt(learnerId, courseId, about.attemptId));
  const held = attempt.value.held?.map((each) =>
    each.flagId === flag.id ? { ...each, state: verdict } : each,
  );
  const told = { ...attempt.value, ...(held ? { held } : {}) };
  if (verdict === "set_aside")
    return { about, writes: [enrolments.putAttempt(told, attempt.revision)] };
  const enrolment = found(await enrolments.byCourse(learnerId, courseId, { fresh: true }));
  const [manifest, { passMarkPercent }] = await Promise.all([
    readManifest(deps, enrolment.value.content.manifest),
    readManifest(deps, content.manifest),
  ]);
  const of = { attempt: told, enrolment: enrolment.value, manifest, passMarkPercent };
  const handIn = await markedNow(deps, flag, { handIn: about.handIn, attempt: attempt.value });
  const after = counted(of, handIn, now);
  return {
    about: { ...about, handIn },
    writes: [
      enrolments.putAttempt(after.attempt, attempt.revision),
      enrolments.put(after.enrolment, enrolment.revision),
    ],
  };
}

/** A hand-in as it counts: a question of it may have been corrected while it waited. */
async function markedNow(
  deps: Deps,
  { courseId, content }: Flag,
  { handIn, attempt }: { handIn: HandIn; attempt: Attempt },
): Promise<HandIn> {
  const items = itemsIn(await readQuiz(deps, content.quiz), attempt.itemIds);
  const judged = await judgedNow(deps, courseId, items);
  if (judged.by.size === 0) return { ...handIn, ...judged.known };
  const { percent } = grade(judged.items, handIn.answers, judged);
  return { ...handIn, percent, rules: MARKING, ...judged.known };
}
