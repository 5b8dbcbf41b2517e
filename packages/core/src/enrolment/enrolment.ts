import type {
  Bodies,
  CatalogueEntry,
  CertificateId,
  Cohort,
  CohortId,
  CourseId,
  Enrolment,
  EnrolmentView,
  IntentId,
  Learner,
  LearnerId,
  LessonId,
  ListedEnrolment,
  Manifest,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import { bodiesOf, minutesOf, readManifest, readWeight } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { type Decision, once } from "../intent.ts";
import { actingFor, type Learning, learnerOf } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After, Kept, Write } from "../store/index.ts";
import { completionOf, triesLeftOf } from "./completion.ts";

export type Loaded = Kept<Enrolment> & { readonly manifest: Manifest };
type Wanted = { readonly courseId: CourseId; readonly fresh: boolean };

/** A learner's own enrolment, loaded and authorised. */
export const loadEnrolment = async (
  deps: Deps,
  learning: Learning,
  wanted: Wanted,
): Promise<Loaded> => found(await findEnrolment(deps, learning, wanted));

/** The same, or nothing when she is not enrolled. */
export async function findEnrolment(
  deps: Deps,
  learning: Learning,
  { courseId, fresh }: Wanted,
): Promise<Loaded | undefined> {
  const kept = await deps.store.enrolments.byCourse(learning.learnerId, courseId, { fresh });
  if (!kept) return undefined;
  authorise(learning, "progress:read", {
    organisationId: kept.value.organisationId,
    own: kept.value.learnerId === learning.learnerId,
  });
  return { ...kept, manifest: await readManifest(deps, kept.value.content.manifest) };
}

/** An enrolment as its learner sees it: what the wire may know, with completion worked out. */
export function viewOf(
  enrolment: Enrolment,
  manifest: Manifest,
  certificateId?: CertificateId,
): EnrolmentView {
  const { content, former: _f, disputed: _d, issuing: _i, organisationId: _o, ...rest } = enrolment;
  return {
    ...rest,
    manifest: content.manifest,
    ...(content.pack ? { pack: content.pack } : {}),
    completion: completionOf(manifest, enrolment),
    triesLeft: triesLeftOf(manifest, enrolment.quiz),
    ...(certificateId ? { certificateId } : {}),
  };
}

/** The same with what its card tells of her version. */
async function listedOf(deps: Deps, enrolment: Enrolment): Promise<ListedEnrolment> {
  const { content } = enrolment;
  const [manifest, weight] = await Promise.all([
    readManifest(deps, content.manifest),
    content.pack && readWeight(deps, content.pack),
  ]);
  const view = viewOf(enrolment, manifest);
  return { ...view, minutes: minutesOf(manifest), ...(weight ? { weight } : {}) };
}

/** Her courses with progress. One query; manifests and weights come from the blobs. */
export async function listEnrolments(
  deps: Deps,
  principal: Principal,
  { learnerId, after }: { learnerId?: LearnerId | undefined; after: After },
) {
  if (!learnerId && !principal.learnerId) return { enrolments: [], contacts: [] };
  const page = await deps.store.enrolments.ofLearner(learnerOf(principal, learnerId), after);
  const enrolments = await Promise.all(page.values.map(({ value }) => listedOf(deps, value)));
  const contacts = await contactsOf(
    deps,
    page.values.map(({ value }) => value),
  );
  return { enrolments, contacts, ...nextOf(page) };
}

/** Whom to ask in the cohorts of some enrolments; most learners are in one. */
async function contactsOf(deps: Deps, enrolments: readonly Enrolment[]) {
  const cohorts = new Map(
    enrolments.flatMap(({ cohortId, organisationId }) =>
      cohortId ? [[cohortId, organisationId] as const] : [],
    ),
  );
  const contacts = await Promise.all(
    [...cohorts].map(async ([cohortId, organisationId]) => {
      const contact = (await deps.store.cohorts.byId(organisationId, cohortId))?.value.contact;
      return contact ? [{ cohortId, name: contact.name, phone: contact.phone }] : [];
    }),
  );
  return contacts.flat();
}

type Opened = {
  readonly courseId: CourseId;
  readonly learnerId?: LearnerId | undefined;
  readonly lessonId?: LessonId | undefined;
};

/** One course of hers, and where a lesson of it lies. The certificate is looked up only once it can exist. */
export async function readEnrolment(
  deps: Deps,
  principal: Principal,
  { courseId, learnerId, lessonId }: Opened,
): Promise<EnrolmentView & { bodies?: Bodies }> {
  const learning = actingFor(principal, learnerId);
  const { value, manifest } = await loadEnrolment(deps, learning, { courseId, fresh: false });
  const earned = value.earnedAt
    ? await deps.store.certificates.earned(value.learnerId, courseId, value.version)
    : undefined;
  const bodies = lessonId && bodiesOf(manifest, lessonId);
  return { ...viewOf(value, manifest, earned?.value.certificateId), ...(bodies ? { bodies } : {}) };
}

type Wish = {
  learnerId?: LearnerId | undefined;
  intentId: IntentId;
  courseId: CourseId;
  cohortId?: CohortId | undefined;
};

/** Enrols a learner of the session. Being enrolled already answers as the first time did. */
export async function enrol(
  deps: Deps,
  principal: Principal,
  { learnerId, ...body }: Wish,
): Promise<EnrolmentView> {
  const learning = actingFor(principal, learnerId);
  const asked = { principal: learning, operation: "enrolment.create", request: body };
  return once(deps, asked, async () => {
    const learner = found(
      await deps.store.people.learner(learning.learnerId),
      "learner.required",
    ).value;
    const outline = found(await deps.store.courses.outline(body.courseId));
    const cohort = body.cohortId
      ? found(await deps.store.cohorts.offered(body.courseId, body.cohortId))
      : undefined;
    if (!cohort && outline.entry.value.visibility !== "public") throw new Refused("not_found");
    const decision = await enrolLearner(deps, { learner, entry: outline.entry.value, cohort });
    const manifest = await readManifest(deps, decision.reply.content.manifest);
    return { reply: viewOf(decision.reply, manifest), writes: decision.writes };
  });
}

/**
 * Decides an enrolment into the live version, in a cohort or alone. A second enrolment in the same course changes nothing:
 * the first one stands, with its progress.
 * @throws Refused `cohort.closed`, `cohort.full`
 */
export async function enrolLearner(
  deps: Deps,
  {
    learner,
    entry,
    cohort,
    reachable = false,
  }: {
    learner: Learner;
    entry: CatalogueEntry;
    cohort: Kept<Cohort> | undefined;
    reachable?: boolean;
  },
): Promise<Decision<Enrolment> & { already: boolean }> {
  const existing = await deps.store.enrolments.byCourse(learner.id, entry.courseId, {
    fresh: true,
  });
  if (existing) return { reply: existing.value, writes: [], already: true };
  const now = deps.clock.now().toISOString();
  const enrolment: Enrolment = {
    learnerId: learner.id,
    learnerName: learner.name,
    courseId: entry.courseId,
    courseTitle: entry.title,
    version: entry.version,
    content: entry.content,
    organisationId: entry.organisationId,
    ...(cohort ? { cohortId: cohort.value.id } : {}),
    issuing: cohort?.value.issuing ?? "automatic",
    enrolledAt: now,
    lessonCount: entry.lessonCount,
    progress: { lessons: {}, days: [] },
    quiz: { tries: 0 },
    ...(learner.hasPin ? { hasPin: true } : {}),
    ...(reachable ? { reachable: true as const } : {}),
  };
  const place = cohort ? takePlace(deps, cohort, now.slice(0, 10)) : [];
  return {
    reply: enrolment,
    writes: [deps.store.enrolments.put(enrolment, "absent"), ...place],
    already: false,
  };
}

/** Takes a place in a cohort, counted in the same transaction as the enrolment. */
function takePlace(
  deps: Deps,
  { value: cohort, revision }: Kept<Cohort>,
  today: string,
): readonly Write[] {
  if (today > cohort.endsOn) throw new Refused("cohort.closed");
  if (cohort.taken >= cohort.places) throw new Refused("cohort.full");
  return deps.store.cohorts.put({ ...cohort, taken: cohort.taken + 1 }, revision);
}
