import type { Attempt, AttemptLine, Cohort, CourseId, LearnerId } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { loadEnrolment } from "../enrolment/enrolment.ts";
import { manifestIn } from "../enrolment/versions.ts";
import { actingFor } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { timesFor } from "./reserve.ts";
import { closingFor } from "./sitting-rules.ts";

/** Her sittings of a course, in the order of their tries: what a phone needs that knows nothing any more. One query. */
export async function listAttempts(
  deps: Deps,
  principal: Principal,
  { courseId, learnerId }: { courseId: CourseId; learnerId?: LearnerId | undefined },
): Promise<{ attempts: AttemptLine[]; test?: NonNullable<Cohort["test"]> }> {
  const learning = actingFor(principal, learnerId);
  const { value } = await loadEnrolment(deps, learning, { courseId, fresh: false });
  const page = await deps.store.enrolments.attemptsOf(value.learnerId, courseId);
  const now = deps.clock.now();
  const sat = [...new Set(page.values.map((kept) => kept.value.version))];
  const marks = new Map(
    await Promise.all(
      sat.map(async (version) => {
        const { passMarkPercent } = await manifestIn(deps, value, version);
        return [version, passMarkPercent] as const;
      }),
    ),
  );
  const lines = page.values.map((kept) =>
    lineOf(kept.value, { now, passMarkPercent: marks.get(kept.value.version) ?? 100 }),
  );
  const times = await timesFor(deps, value);
  const closing = closingFor(times, value.quiz);
  const test = { ...times, ...(closing ? { closesAt: closing } : {}) };
  const isTimed = times.opensAt !== undefined || closing !== undefined;
  return {
    attempts: lines.sort((one, other) => one.number - other.number),
    ...(isTimed ? { test } : {}),
  };
}

function lineOf(
  attempt: Attempt,
  { now, passMarkPercent }: { now: Date; passMarkPercent: number },
): AttemptLine {
  const { id, number, expiresAt, startedAt, submittedAt, percent, corrected, held = [] } = attempt;
  return {
    id,
    number,
    state: stateOf(attempt, now),
    ...(expiresAt && !startedAt ? { expiresAt } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(submittedAt ? { submittedAt } : {}),
    ...(percent === undefined ? {} : { percent, passed: percent >= passMarkPercent }),
    ...(corrected ? { corrected } : {}),
    held,
  };
}

function stateOf({ submittedAt, startedAt, expiresAt }: Attempt, now: Date): AttemptLine["state"] {
  if (submittedAt) return "handed_in";
  if (startedAt) return "open";
  return expiresAt && Date.parse(expiresAt) > now.getTime() ? "reserved" : "expired";
}
