import type { AuditEntry, Verdict } from "@twiza/contract";
import { STAFF_ROLES, type Role, type StaffRole } from "@twiza/contract/where";
import { mayCall } from "./sections.ts";

export type AuditAction = AuditEntry["action"];
/** Every action, in the order of the filter. A table, so that a new action does not compile until it stands here. */
const ORDER: Record<AuditAction, number> = {
  "course.created": 0,
  "course.edited": 1,
  "course.published": 2,
  "course.restored": 3,
  "course.review_asked": 4,
  "course.approved": 5,
  "course.changes_asked": 6,
  "course.owner_added": 7,
  "course.owner_removed": 8,
  "media.replaced": 9,
  "media.removed": 10,
  "media.restored": 11,
  "cohort.created": 12,
  "cohort.changed": 13,
  "learner.enrolled": 14,
  "learner.moved": 15,
  "learner.allowed": 16,
  "grade.changed": 17,
  "learner.vouched": 18,
  "learner.erased": 18.5,
  "card.made": 19,
  "card.ended": 20,
  "flag.decided": 21,
  "item.corrected": 22,
  "regrade.stopped": 23,
  "regrade.resumed": 24,
  "observation.recorded": 25,
  "observation.confirmed": 26,
  "observation.disputed": 27,
  "work.marked": 28,
  "work.settled": 29,
  "pin.set": 30,
  "batch.started": 31,
  "batch.stopped": 32,
  "batch.resumed": 33,
  "certificate.issued": 34,
  "certificate.proposed": 35,
  "certificate.turned_down": 36,
  "certificate.suspended": 37,
  "certificate.reinstated": 38,
  "certificate.reissued": 39,
  "certificate.renewed": 40,
  "certificate.revoked": 41,
  "membership.granted": 42,
  "organisation.created": 43,
  "organisation.approval_required": 44,
  "organisation.approval_dropped": 45,
  "organisation.language_added": 46,
  "organisation.language_removed": 47,
  "framework.changed": 48,
  "framework.removed": 49,
  "design.changed": 50,
  "design.removed": 51,
  "design.restored": 52,
  "partnership.asked": 53,
  "partnership.accepted": 54,
  "partnership.declined": 55,
  "partnership.ended": 56,
};
export const isAction = (text: string | null): text is AuditAction =>
  text !== null && Object.hasOwn(ORDER, text);
export const ACTIONS: readonly AuditAction[] = Object.keys(ORDER)
  .filter(isAction)
  .sort((a, b) => ORDER[a] - ORDER[b]);

export const REASONS = ["error", "fraud", "identity", "request"] as const;
/** And why one is suspended, or another put in its place. */
const GIVEN = [...REASONS, "inquiry", "replaced"] as const;
const ACTS = ["suspend", "reinstate", "revoke", "reissue", "renew"] as const;
const VERDICTS: readonly Verdict[] = ["accepted", "set_aside"];

/**
 * The note of a line: names of roles, acts, reasons, verdicts and versions travel as codes, so that each reader gets them in her
 * language.
 */
export type AuditNote = {
  readonly roles?: readonly StaffRole[];
  readonly act?: (typeof ACTS)[number];
  readonly reason?: (typeof GIVEN)[number];
  readonly verdict?: Verdict;
  readonly version?: number;
  readonly text?: string;
};

export function noteOf({ action, note }: Pick<AuditEntry, "action" | "note">): AuditNote {
  if (note === undefined) return {};
  if (action === "membership.granted") {
    const roles = STAFF_ROLES.filter((role) => note.split(", ").includes(role));
    return { roles };
  }
  if (action === "certificate.revoked" || action === "certificate.suspended") return reasonIn(note);
  if (action === "certificate.proposed" || action === "certificate.turned_down") {
    const { code: act, text } = codedNote(note, ACTS);
    return act ? { act, ...reasonIn(text) } : { text };
  }
  if (action === "course.restored") {
    // Behind it stand the names of what it took the place of, for those who look after the store.
    const version = Number(note.split(" ")[0]);
    return Number.isInteger(version) ? { version } : { text: note };
  }
  if (action !== "flag.decided") return { text: note };
  const { code: verdict, text } = codedNote(note, VERDICTS);
  return { ...(verdict ? { verdict } : {}), ...(text ? { text } : {}) };
}

function reasonIn(note: string): AuditNote {
  const { code: reason, text } = codedNote(note, GIVEN);
  return { ...(reason ? { reason } : {}), ...(text ? { text } : {}) };
}

/** A note that begins with one of these codes, alone or before what somebody wrote. */
function codedNote<Code extends string>(note: string, codes: readonly Code[]) {
  const code = codes.find((each) => note === each || /^(?:: | – )/.test(after(note, each)));
  return { code, text: code ? after(note, code).replace(/^(?:: | – )/, "") : note };
}
const after = (note: string, code: string): string =>
  note.startsWith(code) ? note.slice(code.length) : "";

/** What touches somebody's results, and what of it is about the questions of a course. */
const MARKS = /^(?:grade|flag|item|regrade|observation)\.|^learner\.allowed$/;
const OF_CORRECTIONS = /^(?:item|regrade)\./;

/** Where the thing of a line can be seen by somebody with these roles; nothing where she may not go. */
export function placeOf(
  { action, subjectId, about }: Pick<AuditEntry, "action" | "subjectId" | "about">,
  roles: readonly Role[],
): string | undefined {
  if (MARKS.test(action)) {
    if (!mayCall(roles, "readMarks")) return undefined;
    if (about) return `/office/marks?course=${about.courseId}&learner=${about.learnerId}`;
    if (action.startsWith("grade.")) return `/office/marks?learner=${subjectId}`;
    if (OF_CORRECTIONS.test(action)) return `/office/marks?course=${subjectId}&corrections`;
  }
  if (action.startsWith("certificate.")) return `/verify/${subjectId}`;
  if (action.startsWith("course."))
    return mayCall(roles, "readCourse") ? `/office/courses/${subjectId}` : undefined;
  if (action === "cohort.created")
    return mayCall(roles, "readCohort") ? `/office/cohorts/${subjectId}` : undefined;
  return undefined;
}
