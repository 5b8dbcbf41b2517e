import { staff } from "@twiza/content";
import {
  Checklist,
  type CohortId,
  type CourseId,
  type LearnerId,
  LessonId,
  type OrganisationId,
  type SealedPins,
  type Whats,
} from "@twiza/contract";
import { found, keepManifest, readManifest } from "@twiza/core";
import type * as z from "zod";
import { type House, newIntent, type Visitor } from "./house.ts";
import { beginFirst, fillFirst } from "./new-trainer.ts";
import { sealFor } from "./parcels.ts";
import { bring, somePng } from "./pictures.ts";

const wish = () => ({ intentId: newIntent() });
const idOf = (kind: string, digit: string) => `${kind}_${digit.repeat(32)}`;
export const SHEARING = idOf("chk", "a");
export const WEIGHING = idOf("chk", "b");

const words = (fr: string, ar: string) => ({ fr, ar });
/** Two skills: one of three steps, of which one is critical, and one that wants a photo. */
export const CHECKLISTS = [
  {
    id: SHEARING,
    title: words("Tondre une brebis", "جزّ نعجة"),
    task: words("Tondez une brebis sans la blesser.", "جزّ نعجة دون أن تجرحها."),
    leastPercent: 60,
    criteria: [
      { id: "safe", critical: true as const, text: words("La peau est intacte", "الجلد سليم") },
      { id: "whole", text: words("La toison est entière", "الجزّة كاملة") },
      { id: "clean", text: words("Le sol est propre", "الأرض نظيفة") },
    ],
  },
  {
    id: WEIGHING,
    title: words("Peser la laine", "وزن الصوف"),
    task: words("Pesez la toison et notez le poids.", "زن الجزّة وسجّل وزنها."),
    leastPercent: 100,
    photo: "required" as const,
    criteria: [{ id: "zero", text: words("La balance est à zéro", "الميزان على الصفر") }],
  },
].map((each) => Checklist.parse(each));

/** Puts checklists into the draft of a course, where its author's page will. */
async function withChecklists(house: House, courseId: CourseId, checklists: readonly Checklist[]) {
  const { deps } = house.server;
  const admin = await house.as(staff.administrator.contact);
  const organisationId = found((await admin.do("readMe", {})).organisationId);
  const { value, revision } = found(await deps.store.courses.byId(organisationId, courseId));
  const manifest = await readManifest(deps, value.draft.content.manifest);
  const hash = await keepManifest(deps, { ...manifest, checklists: [...checklists] });
  const draft = { ...value.draft, content: { ...value.draft.content, manifest: hash } };
  await deps.store.commit([deps.store.courses.put({ ...value, draft }, revision)]);
}

export type Observing = {
  readonly organisationId: OrganisationId;
  readonly courseId: CourseId;
  readonly lessonId: LessonId;
  readonly cohortId: CohortId;
  readonly trainer: Visitor;
  /** By contact. */
  readonly learners: ReadonlyMap<string, LearnerId>;
};

let houses = 0;
/** A published course with two skills, and a group of the trainer's that these people are in. */
export async function openObserving(
  house: House,
  contacts: readonly string[],
  checklists: readonly Checklist[] = CHECKLISTS,
): Promise<Observing> {
  const trainer = await house.as(staff.trainer.contact);
  const place = await beginFirst(trainer, `Tondre ${(houses += 1)}`);
  await fillFirst(trainer, place);
  const { courseId } = place;
  await trainer.do("composeDraft", { params: { courseId }, body: wish() });
  await withChecklists(house, courseId, checklists);
  const params = { courseId };
  await trainer.do("publishCourse", { params, body: { ...wish(), note: "Première." } });
  const { cohortId, organisationId } = await groupOf(house, courseId, "Midelt");
  return {
    ...{ organisationId, courseId, lessonId: LessonId.parse(place.lessonId), cohortId, trainer },
    learners: await enrolIn(house, cohortId, contacts),
  };
}

/** Another version of the course, with these checklists. */
export async function publishAgain(
  house: House,
  { courseId, trainer }: Pick<Observing, "courseId" | "trainer">,
  checklists: readonly Checklist[],
): Promise<number> {
  await withChecklists(house, courseId, checklists);
  const asked = { params: { courseId }, body: { ...wish(), note: "Autrement." } };
  const { version } = await trainer.do("publishCourse", asked);
  return found(version);
}

export async function groupOf(house: House, courseId: CourseId, name: string) {
  const admin = await house.as(staff.administrator.contact);
  const { members } = await admin.do("listMembers", { query: {} });
  const trainer = found(members.find(({ contact }) => contact === staff.trainer.contact));
  const { id: cohortId, organisationId } = await admin.do("createCohort", {
    body: {
      ...{ ...wish(), courseId, name, trainerIds: [trainer.accountId], places: 40 },
      ...{ startsOn: "2026-01-01", endsOn: "2099-12-31" },
      ...{ joining: "by_invitation", issuing: "automatic" },
    },
  });
  return { cohortId, organisationId };
}

export async function enrolIn(house: House, cohortId: CohortId, contacts: readonly string[]) {
  const admin = await house.as(staff.administrator.contact);
  const people = contacts.map((contact) => ({ name: `${contact.split("@")[0]}`, contact }));
  const asked = { params: { cohortId }, body: { ...wish(), people } };
  const enrolled = (await admin.do("enrolPeople", asked)).people;
  return new Map<string, LearnerId>(
    enrolled.map(({ contact, ...each }) => {
      if (each.result === "refused") throw new Error(`${contact} is not enrolled`);
      return [contact, each.learnerId];
    }),
  );
}

type Told = Readonly<Record<string, "met" | "not_met" | "not_seen">>;
type Said = Partial<z.input<Whats["recordObservation"]["body"]>>;
let seconds = 0;
/** What a phone sends of a look at the shearing: all met, unless it says otherwise. */
export function lookAt(learnerId: string, told: Told = {}, said: Said = {}) {
  const results = { safe: "met", whole: "met", clean: "met", ...told } as const;
  return {
    ...{ ...wish(), id: `obs_${newIntent().replaceAll("-", "")}` },
    ...{ learnerId, checklistId: SHEARING, version: 1, photos: [] as string[] },
    seen: Object.entries(results).map(([criterion, result]) => ({
      ...{ criterion, result },
    })),
    claims: {
      at: new Date(Date.parse("2026-01-15T08:00:00.000Z") + (seconds += 1) * 1000).toISOString(),
      deviceId: "phone-of-trainer",
    },
    ...said,
  };
}

/** PINs of both, sealed for this house as the observer's phone does it. */
export const sealPins = (house: House, pins: z.input<typeof SealedPins>): Promise<string> =>
  sealFor(house, pins);

/** Posts a photo and has it taken. @returns the intent by which an observation names it */
export async function photoBy(visitor: Visitor, house: House): Promise<string> {
  const { intentId } = wish();
  await bring(visitor, { house, intentId, type: "image/png", bytes: somePng() });
  await visitor.do("takePhoto", { body: { intentId } });
  return intentId;
}
