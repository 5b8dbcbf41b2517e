import { staff } from "@twiza/content";
import type {
  AssignmentId,
  CohortId,
  CourseId,
  DraftAssignment,
  LearnerId,
  UploadType,
  Whats,
} from "@twiza/contract";
import { found } from "@twiza/core";
import type * as z from "zod";
import { type House, newIntent, type Visitor } from "./house.ts";
import { beginFirst, fillFirst, publishFirst } from "./new-trainer.ts";
import { enrolIn } from "./observing.ts";
import { post, somePng } from "./pictures.ts";

const wish = () => ({ intentId: newIntent() });
export const newAssignmentId = (): string => `asg_${newIntent().replaceAll("-", "")}`;
export const newSubmissionId = (): string => `sub_${newIntent().replaceAll("-", "")}`;

const words = (fr: string, ar: string) => ({ fr, ar });
const level = (percent: number, fr: string, ar: string) => ({ percent, text: words(fr, ar) });
/** An assignment as its author has it in two languages: two criteria, of which one needs its second level. */
export const assignmentOf = (title: string, over: object = {}): DraftAssignment =>
  ({
    id: newAssignmentId(),
    title: words(title, "بطاقة منتج وثمنه"),
    task: words("Écrivez l’étiquette et justifiez le prix.", "اكتبي البطاقة وعللي الثمن."),
    takes: ["text", "photo", "voice", "file"],
    leastPercent: 50,
    triesAllowed: 2,
    criteria: [
      {
        ...{ id: "price", weight: 3, leastLevel: 1, title: words("Le prix", "الثمن") },
        levels: [
          level(0, "Aucun coût n’est compté", "لا تكلفة محسوبة"),
          level(60, "Les matières sont comptées", "المواد محسوبة"),
          level(100, "Matières et heures sont comptées", "المواد والساعات محسوبة"),
        ],
      },
      {
        ...{ id: "label", weight: 1, title: words("L’étiquette", "البطاقة") },
        levels: [level(0, "Illisible", "غير مقروءة"), level(100, "Complète", "كاملة")],
      },
    ],
    ...over,
    // Branded ids come from a parser; here they are written by hand.
  }) as unknown as DraftAssignment;

/** Writes one into a draft. */
export const putAssignment = (
  trainer: Visitor,
  courseId: string,
  assignment: DraftAssignment,
  more: object = {},
) =>
  trainer.do("saveAssignment", {
    params: { courseId, assignmentId: assignment.id },
    body: { ...wish(), assignment, ...more },
  });

export type Handing = {
  readonly courseId: CourseId;
  readonly cohortId: CohortId;
  readonly trainer: Visitor;
  /** Leads the same group. */
  readonly second: Visitor;
  readonly administrator: Visitor;
  /** By contact. */
  readonly learners: ReadonlyMap<string, LearnerId>;
};

let houses = 0;
/** A published course with these assignments, and a group of two trainers and a mentor that these people are in. */
export async function openHanding(
  house: House,
  contacts: readonly string[],
  assignments: readonly DraftAssignment[],
): Promise<Handing> {
  const trainer = await house.as(staff.trainer.contact);
  const place = await beginFirst(trainer, `Vendre ${(houses += 1)}`);
  await fillFirst(trainer, place);
  const { courseId } = place;
  for (const each of assignments) await putAssignment(trainer, courseId, each);
  await publishFirst(trainer, place);
  const cohortId = await groupLedBy(house, courseId);
  return {
    ...{ courseId, cohortId, trainer, second: await house.as(staff.secondTrainer.contact) },
    administrator: await house.as(staff.administrator.contact),
    learners: await enrolIn(house, cohortId, contacts),
  };
}

const LEADING: readonly string[] = [staff.trainer, staff.secondTrainer, staff.mentor].map(({ contact }) => contact); // prettier-ignore

export async function groupLedBy(
  house: House,
  courseId: CourseId,
  leading: readonly string[] = LEADING,
): Promise<CohortId> {
  const admin = await house.as(staff.administrator.contact);
  const { members } = await admin.do("listMembers", { query: {} });
  const leaders = members.filter(({ contact }) => contact && leading.includes(contact));
  const { id } = await admin.do("createCohort", {
    body: {
      ...{ ...wish(), courseId, name: "Tiznit", places: 40 },
      trainerIds: leaders.map(({ accountId }) => accountId),
      ...{ startsOn: "2026-01-01", endsOn: "2099-12-31" },
      ...{ joining: "by_invitation", issuing: "automatic" },
    },
  });
  return id;
}

type Work = z.input<Whats["submitWork"]["body"]>;
let seconds = 0;
/** What a phone sends for an assignment: a text, unless it says otherwise. */
export const workFor = (assignmentId: AssignmentId | string, over: Partial<Work> = {}): Work => ({
  ...{ ...wish(), id: newSubmissionId(), assignmentId, version: 1 },
  ...{ text: "Huile d’argan, 250 ml : 180 DH.", proofs: [] },
  claims: {
    at: new Date(Date.parse("2026-01-15T08:00:00.000Z") + (seconds += 1) * 1000).toISOString(),
    deviceId: "phone-of-a-learner",
  },
  ...over,
});

type Marked = z.input<Whats["markSubmission"]["body"]>;
/** What a marker sends: levels of price and label, and how many markings she saw. */
export const markOf = (price: number, label: number, over: Partial<Marked> = {}): Marked => ({
  ...wish(),
  chosen: [
    { criterion: "price", level: price },
    { criterion: "label", level: label },
  ],
  ...{ notes: [], seen: 0 },
  ...over,
});

type Piece = {
  readonly type: UploadType;
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly learnerId?: LearnerId;
};
/** Posts a piece of work, or what is said to work, and has it taken. @returns the intent that names it, and what it is kept as */
export async function proofBy(
  house: House,
  visitor: Visitor,
  { type, bytes, name, learnerId }: Piece = { type: "image/png", bytes: somePng() },
) {
  const whose = { ...wish(), ...(learnerId ? { learnerId } : {}) };
  const { fields } = await visitor.do("grantProof", { body: { ...whose, type, bytes: bytes.length } }); // prettier-ignore
  const { status } = await post(house, fields, { bytes });
  if (status !== 204) throw new Error(`the upload was refused with ${String(status)}`);
  const proof = await visitor.do("takeProof", { body: { ...whose, ...(name ? { name } : {}) } });
  return { intentId: whose.intentId, proof };
}

/** Whole, stretch by stretch. */
export async function readWhole(visitor: Visitor, params: Record<string, string>) {
  const stretches: Buffer[] = [];
  let from: number | undefined = 0;
  let type = "";
  while (from !== undefined) {
    const said: { type: string; base64: string; next?: number | undefined } = await visitor.do(
      "readProof",
      { params: params as never, query: { from } },
    );
    stretches.push(Buffer.from(said.base64, "base64"));
    ({ type, next: from } = said);
  }
  return { type, bytes: Buffer.concat(stretches), stretches: stretches.length };
}

export const learnerIn = ({ learners }: Handing, contact: string): LearnerId =>
  found(learners.get(contact));
