import { Manifest, type OperationName, operations } from "@twiza/contract";
import { learners, staff } from "@twiza/content";
import { type House, newIntent, type Visitor } from "./house.ts";
import { bring, bringPicture, somePng } from "./pictures.ts";
import { passFor, sealFor } from "./parcels.ts";
import { someCode, someTicket } from "./ways-in.ts";

/** A request that an operation accepts, by somebody of the seed who may ask it. */
export type Sample = {
  /** Her contact; absent where no session is needed. */
  readonly by?: string;
  readonly asked: {
    params?: Record<string, string>;
    query?: Record<string, string>;
    body?: Record<string, unknown>;
  };
};

export const NAMES = Object.keys(operations).filter(
  (name): name is OperationName => name in operations,
);

export const ADMIN = staff.administrator.contact;
const TRAINER = staff.trainer.contact;

/** What the samples point at, found once in a seeded house. */
export type Landmarks = Awaited<ReturnType<typeof findLandmarks>>;

export async function findLandmarks(house: House) {
  const { courses } = await house.anyone.do("listCatalogue", { query: {} });
  const course = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
  const changed = courses.find(({ title }) => title.en?.startsWith("Keep the cash"));
  const admin = await house.as(ADMIN);
  const { cohorts } = await admin.do("listCohorts", { query: {} });
  const open = cohorts.find(({ joining }) => joining === "open");
  const byHand = cohorts.find(({ issuing }) => issuing === "by_hand");
  const { certificates } = await admin.do("listCertificates", { query: {} });
  const valid = certificates.find(({ revocation }) => !revocation);
  const { members } = await admin.do("listMembers", { query: {} });
  const trainer = members.find(({ contact }) => contact === TRAINER);
  const second = members.find(({ contact }) => contact === staff.secondTrainer.contact);
  const { flags } = await admin.do("listFlags", { query: {} });
  const flag = flags.find(({ cohortId }) => cohortId === open?.id);
  if (!course || !changed || !open || !byHand || !valid || !trainer || !second || !flag)
    throw new Error("the seed lacks a landmark");
  const { learners: lines } = await admin.do("listEligible", { params: { cohortId: byHand.id } });
  const eligible = lines.find(({ state }) => state === "eligible");
  if (!eligible) throw new Error("nobody is eligible");
  const manifest = Manifest.parse(
    await (await house.anyone.fetch(`/content/${course.manifest}`)).json(),
  );
  const [module] = manifest.modules;
  const moduleId = module?.id ?? "";
  const lessonId = module?.lessons[0]?.id ?? "";
  return {
    course,
    changed,
    open,
    byHand,
    valid,
    trainer,
    second,
    eligible,
    moduleId,
    lessonId,
    flag,
    attemptId: undefined as string | undefined,
  };
}

/** A sample of every operation. Each call makes fresh intents, so that two samples are two wishes. */
export async function sampleOf(house: House, name: OperationName, at: Landmarks): Promise<Sample> {
  const { course, changed, open, byHand, valid, trainer, eligible, moduleId, lessonId, flag } = at;
  const intentId = newIntent();
  const learner = learners.underWay.contact;
  const ofCourse = { params: { courseId: course.courseId } };
  const ofLesson = { courseId: course.courseId, lessonId };
  const now = new Date().toISOString();
  const event = {
    type: "lesson.reached",
    lessonId,
    block: 1,
    at: now,
    deviceId: "sample-device",
    seq: 1,
  };
  const samples: Record<OperationName, () => Sample | Promise<Sample>> = {
    listCatalogue: () => ({ asked: {} }),
    readOutline: () => ({ asked: ofCourse }),
    listCourses: () => ({ by: TRAINER, asked: {} }),
    readCourse: () => ({ by: TRAINER, asked: ofCourse }),
    editCourse: async () => ({
      by: TRAINER,
      asked: {
        ...ofCourse,
        body: {
          intentId,
          revision: (await (await house.as(TRAINER)).do("readCourse", ofCourse)).revision,
          title: { fr: "Créer" },
          summary: { fr: "Tout." },
          passMarkPercent: 60,
          triesAllowed: 4,
        },
      },
    }),
    publishCourse: () => ({
      by: staff.secondTrainer.contact,
      asked: { params: { courseId: changed.courseId }, body: { intentId, note: "Better." } },
    }),
    readDraft: () => ({ by: TRAINER, asked: ofCourse }),
    arrangeDraft: () => ({
      by: TRAINER,
      asked: {
        ...ofCourse,
        body: {
          intentId,
          commands: [
            {
              do: "addLesson",
              id: newLessonId(),
              moduleId,
              after: lessonId,
              title: { fr: "Peser", en: "Weighing" },
              template: "lesson",
            },
          ],
        },
      },
    }),
    readDraftLesson: () => ({
      by: TRAINER,
      asked: { params: ofLesson, query: { language: "fr" } },
    }),
    saveDraftLesson: () => ({
      by: TRAINER,
      asked: {
        params: ofLesson,
        body: {
          intentId,
          language: "fr",
          commands: [{ do: "minutes", minutes: 12 }],
          texts: [
            {
              key: "title",
              base: 1,
              block: { kind: "title", text: `Peser ${intentId.slice(-6)}` },
            },
          ],
        },
      },
    }),
    composeDraft: async () => {
      await changeLesson(house, changed.courseId);
      return {
        by: staff.secondTrainer.contact,
        asked: { params: { courseId: changed.courseId }, body: { intentId } },
      };
    },
    readVersion: () => ({
      by: TRAINER,
      asked: { params: { courseId: course.courseId, version: String(course.version) } },
    }),
    restoreVersion: async () => {
      await changeLesson(house, changed.courseId);
      return {
        by: staff.secondTrainer.contact,
        asked: { params: { courseId: changed.courseId }, body: { intentId, version: 1 } },
      };
    },
    listComments: async () => {
      await commentFor(house, at);
      return { by: TRAINER, asked: { params: ofLesson } };
    },
    addComment: () => ({
      by: TRAINER,
      asked: {
        params: ofLesson,
        body: { intentId, key: "title", language: "fr", text: `@${at.second.accountId} Juste ?` },
      },
    }),
    changeComment: async () => ({
      by: TRAINER,
      asked: {
        params: { ...ofLesson, commentId: await commentFor(house, at) },
        body: { intentId, change: { do: "resolve" } },
      },
    }),
    listColleagues: () => ({ by: TRAINER, asked: ofCourse }),
    attendLesson: async () => {
      // She was there and left: whoever comes back is written down.
      const body = { isLeft: true };
      await (await house.as(TRAINER)).do("attendLesson", { params: ofLesson, body });
      return { by: TRAINER, asked: { params: ofLesson, body: { isLeft: false, key: "title" } } };
    },
    listNotices: async () => {
      await commentFor(house, at);
      return { by: staff.secondTrainer.contact, asked: {} };
    },
    countNotices: async () => {
      await commentFor(house, at);
      return { by: staff.secondTrainer.contact, asked: {} };
    },
    readNotices: async () => ({
      by: staff.secondTrainer.contact,
      asked: { body: { commentIds: [await commentFor(house, at)] } },
    }),
    listOwnerCandidates: () => ({ by: TRAINER, asked: ofCourse }),
    addOwner: async () => {
      const { accountId } = at.second;
      const body = { intentId: newIntent(), accountId };
      await (await house.as(ADMIN)).do("removeOwner", { ...ofCourse, body });
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, accountId } } };
    },
    removeOwner: async () => {
      const { accountId } = at.second;
      const body = { intentId: newIntent(), accountId };
      await (await house.as(ADMIN)).do("addOwner", { ...ofCourse, body });
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, accountId } } };
    },
    enrol: () => ({
      by: learners.eligible.contact,
      asked: { body: { intentId, courseId: course.courseId, cohortId: open.id } },
    }),
    listEnrolments: () => ({ by: learner, asked: {} }),
    readEnrolment: () => ({ by: learner, asked: ofCourse }),
    recordEvents: () => ({
      by: learner,
      asked: { ...ofCourse, body: { sentAt: now, events: [{ ...event, id: newIntent() }] } },
    }),
    fetchTicket: () => ({ by: learner, asked: { ...ofCourse, body: { intentId } } }),
    startAttempt: () => ({ by: learner, asked: { ...ofCourse, body: { intentId } } }),
    submitAttempt: async () => {
      at.attemptId ??= await startedAttempt(house, course.courseId);
      const { attemptId } = at;
      return {
        by: learners.beginner.contact,
        asked: {
          params: { courseId: course.courseId, attemptId },
          body: { intentId, answers: [{ itemId: `itm_${"0".repeat(32)}`, options: ["a"] }] },
        },
      };
    },
    listAttempts: () => ({ by: learners.failedOnce.contact, asked: ofCourse }),
    listFlags: () => ({ by: TRAINER, asked: {} }),
    readFlag: () => ({ by: TRAINER, asked: { params: { flagId: flag.id } } }),
    decideFlag: () => ({
      by: TRAINER,
      asked: {
        params: { flagId: flag.id },
        body: { intentId, verdict: "accepted", note: "Her own phone had no network." },
      },
    }),
    grantUpload: () => ({
      by: TRAINER,
      asked: { body: { intentId, type: "image/png", bytes: somePng().length } },
    }),
    takeUpload: async () => {
      await bring(await house.as(TRAINER), {
        house,
        intentId,
        type: "image/png",
        bytes: somePng(),
      });
      return { by: TRAINER, asked: { body: { intentId, name: "scales.png" } } };
    },
    listMedia: () => ({ by: TRAINER, asked: {} }),
    describeMedia: async () => ({
      by: TRAINER,
      asked: {
        params: { mediaId: (await bringPicture(house, TRAINER)).id },
        body: { intentId, description: { kind: "words", alt: { fr: "Une balance" } } },
      },
    }),
    listCohorts: () => ({ by: TRAINER, asked: {} }),
    createCohort: () => ({
      by: ADMIN,
      asked: {
        body: {
          intentId,
          courseId: course.courseId,
          name: "Azilal 2027",
          trainerIds: [trainer.accountId],
          startsOn: "2027-01-10",
          endsOn: "2027-06-30",
          places: 12,
          joining: "open",
          issuing: "automatic",
        },
      },
    }),
    readCohort: () => ({ by: TRAINER, asked: { params: { cohortId: open.id } } }),
    changeContact: () => ({
      by: TRAINER,
      asked: {
        params: { cohortId: open.id },
        body: {
          intentId,
          contact: { name: "Rachid", phone: "+212612345678", consent: true },
        },
      },
    }),
    readProgress: () => ({ by: TRAINER, asked: { params: { cohortId: open.id } } }),
    enrolPeople: () => ({
      by: ADMIN,
      asked: {
        params: { cohortId: open.id },
        body: {
          intentId,
          people: [{ name: "Aïcha Naït", contact: `aicha-${intentId.slice(-6)}@example.org` }],
        },
      },
    }),
    listEligible: () => ({ by: TRAINER, asked: { params: { cohortId: byHand.id } } }),
    listWallet: () => ({ by: learners.certified.contact, asked: {} }),
    listCertificates: () => ({ by: ADMIN, asked: {} }),
    issueCertificate: () => ({
      by: ADMIN,
      asked: { body: { intentId, cohortId: byHand.id, learnerId: eligible.learnerId } },
    }),
    revokeCertificate: () => ({
      by: ADMIN,
      asked: {
        params: { certificateId: valid.id },
        body: { intentId, reason: "error", note: "Wrong name." },
      },
    }),
    verifyCertificate: () => ({ asked: { params: { certificateId: valid.id } } }),
    readKeys: () => ({ asked: {} }),
    readPackSignature: () => ({
      by: learner,
      asked: { params: { courseId: course.courseId, version: String(course.version) } },
    }),
    readPasses: () => ({ by: learner, asked: { query: { deviceId: event.deviceId } } }),
    deliverParcel: async () => {
      const { deviceId, ...seen } = event;
      const pass = await passFor(await house.as(learner), deviceId);
      const things = [{ courseId: course.courseId, events: [{ ...seen, id: newIntent() }] }];
      return { asked: { body: { parcel: await sealFor(house, { pass, sealedAt: now, things }) } } };
    },
    readMe: () => ({ by: TRAINER, asked: {} }),
    chooseLanguage: () => ({ by: learner, asked: { body: { language: "en" } } }),
    createLearner: () => ({ by: TRAINER, asked: { body: { intentId, name: "Rachid" } } }),
    changeLearner: async () => ({
      by: learner,
      asked: {
        params: { learnerId: (await learnerOf(house, learner)).id },
        body: { intentId, name: `Khadija ${intentId.slice(-4)}`, picture: "goat", colour: "argan" },
      },
    }),
    chooseLearner: async () => ({
      by: learners.certified.contact,
      asked: { body: { learnerId: await secondLearnerOf(house, learners.certified.contact) } },
    }),
    removeProfile: async () => ({
      by: learners.certified.contact,
      asked: { params: { learnerId: await secondLearnerOf(house, learners.certified.contact) } },
    }),
    listSessions: () => ({ by: learner, asked: {} }),
    endSession: async () => {
      const { devices } = await (await house.as(learners.certified.contact)).do("listSessions", {});
      return {
        by: learners.certified.contact,
        asked: { params: { sessionId: devices[0]?.id ?? "" } },
      };
    },
    chooseOrganisation: () => ({
      by: ADMIN,
      asked: { body: { organisationId: open.organisationId } },
    }),
    listOrganisations: () => ({ by: ADMIN, asked: {} }),
    createOrganisation: () => ({
      by: ADMIN,
      asked: { body: { intentId, name: { fr: "Union des oasis" }, kind: "union" } },
    }),
    listMembers: () => ({ by: ADMIN, asked: {} }),
    grantMembership: () => ({
      by: ADMIN,
      asked: {
        body: {
          intentId,
          name: "Omar Tazi",
          contact: `omar-${intentId.slice(-6)}@example.org`,
          roles: ["trainer"],
        },
      },
    }),
    listAudit: () => ({ by: ADMIN, asked: {} }),
    createTicket: () => ({
      by: TRAINER,
      asked: {
        params: { cohortId: byHand.id },
        body: { intentId, ...someTicket().hashes, learnerId: eligible.learnerId },
      },
    }),
    redeemTicket: async () => {
      const { secret, hashes } = someTicket();
      const body = { intentId: newIntent(), ...hashes, learnerId: eligible.learnerId };
      await (await house.as(ADMIN)).do("createTicket", { params: { cohortId: byHand.id }, body });
      return { asked: { body: { intentId, secret } } };
    },
    readCard: () => ({ by: learner, asked: {} }),
    createCard: () => ({
      by: learner,
      asked: { body: { intentId, codeHash: someCode("card").codeHash } },
    }),
    endCard: async () => {
      await cardOf(house, learner);
      return { by: learner, asked: {} };
    },
    createCardFor: () => ({
      by: TRAINER,
      asked: {
        params: { cohortId: byHand.id },
        body: { intentId, codeHash: someCode("card").codeHash, learnerId: eligible.learnerId },
      },
    }),
    endCardOf: async () => {
      await cardOf(house, learners.eligible.contact);
      return {
        by: TRAINER,
        asked: { params: { cohortId: byHand.id, learnerId: eligible.learnerId } },
      };
    },
    redeemCard: async () => ({
      asked: { body: { intentId, code: await cardOf(house, learners.eligible.contact) } },
    }),
  };
  return samples[name]();
}

/** The id of a lesson that its author has just thought of. */
export const newLessonId = (): string => `les_${newIntent().replaceAll("-", "")}`;

/** Gives a lesson of a course other minutes than it had, so that composing has something to do. */
async function changeLesson(house: House, courseId: string): Promise<void> {
  const trainer = await house.as(staff.secondTrainer.contact);
  const [lesson] = (await trainer.do("readDraft", { params: { courseId } })).lessons;
  const body = {
    intentId: newIntent(),
    language: "fr" as const,
    commands: [{ do: "minutes" as const, minutes: ((lesson?.minutes ?? 1) % 100) + 1 }],
    texts: [],
  };
  await trainer.do("saveDraftLesson", { params: { courseId, lessonId: lesson?.id ?? "" }, body });
}

/** A comment of the trainer in which the second one is mentioned: its id. */
async function commentFor(house: House, { course, lessonId, second }: Landmarks): Promise<string> {
  const body = { intentId: newIntent(), text: `@${second.accountId} Regarde.` };
  const params = { courseId: course.courseId, lessonId };
  return (await (await house.as(TRAINER)).do("addComment", { params, body })).comment.id;
}

/** Somebody's first learner. */
async function learnerOf(house: House, contact: string) {
  const { learner } = await (await house.as(contact)).do("readMe", {});
  if (!learner) throw new Error(`${contact} has no learning profile`);
  return learner;
}

/** Another learner of the same account, made at the first need. */
async function secondLearnerOf(house: House, contact: string): Promise<string> {
  const visitor = await house.as(contact);
  const [, second] = (await visitor.do("readMe", {})).learners;
  const body = { intentId: newIntent(), name: "Second" };
  return second?.id ?? (await visitor.do("createLearner", { body })).learnerId;
}

/** A fresh recovery card of somebody: its code. */
async function cardOf(house: House, contact: string): Promise<string> {
  const { code, codeHash } = someCode("card");
  const body = { intentId: newIntent(), codeHash };
  await (await house.as(contact)).do("createCard", { body });
  return code;
}

/** One sitting for all samples: tries are few. */
async function startedAttempt(house: House, courseId: string): Promise<string> {
  const visitor = await house.as(learners.beginner.contact);
  const { id } = await visitor.do("startAttempt", {
    params: { courseId },
    body: { intentId: newIntent() },
  });
  return id;
}

export const visitorFor = (house: House, sample: Sample): Promise<Visitor> | Visitor =>
  sample.by ? house.as(sample.by) : house.anyone;
