import { Manifest, type OperationName, operations, VoiceSheet } from "@twiza/contract";
import { learners, staff } from "@twiza/content";
import { found } from "@twiza/core";
import { type House, newIntent, type Visitor } from "./house.ts";
import { bring, bringPicture, lessonWith, somePng } from "./pictures.ts";
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
/** Each picture that is replaced is one of its own. */
let replaced = 0;

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
  const otherManifest = Manifest.parse(
    await (await house.anyone.fetch(`/content/${changed.manifest}`)).json(),
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
    manifest,
    otherLessonId: otherManifest.modules[0]?.lessons[0]?.id ?? "",
    flag,
    attemptId: undefined as string | undefined,
  };
}

/** A sample of every operation. Each call makes fresh intents, so that two samples are two wishes. */
export async function sampleOf(house: House, name: OperationName, at: Landmarks): Promise<Sample> {
  const {
    course,
    changed,
    open,
    byHand,
    valid,
    trainer,
    eligible,
    moduleId,
    lessonId,
    flag,
    manifest,
  } = at;
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
    publishCourse: async () => {
      await setApproval(house, false);
      return {
        by: staff.secondTrainer.contact,
        asked: { params: { courseId: changed.courseId }, body: { intentId, note: "Better." } },
      };
    },
    createCourse: () => ({
      by: TRAINER,
      asked: {
        body: {
          intentId,
          courseId: newCourseId(),
          title: "Tondre",
          sourceLanguage: "fr",
          begin: "course",
        },
      },
    }),
    listSamples: () => ({ by: TRAINER, asked: {} }),
    copyCourse: () => ({
      by: TRAINER,
      asked: { ...ofCourse, body: { intentId, as: newCourseId(), title: { fr: "Le nôtre" } } },
    }),
    bringCourse: () => ({
      by: TRAINER,
      asked: {
        body: {
          intentId,
          courseId: newCourseId(),
          title: { fr: "Tondre" },
          summary: {},
          sourceLanguage: "fr",
          legalReview: false,
          passMarkPercent: 70,
          triesAllowed: 3,
          modules: [{ id: newModuleId(), title: {}, lessons: [{ id: newLessonId(), minutes: 6 }] }],
        },
      },
    }),
    readItems: () => ({ by: TRAINER, asked: ofCourse }),
    bringItems: async () => {
      const { items } = await (await house.as(TRAINER)).do("readItems", ofCourse);
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, items: items.slice(0, 2) } } };
    },
    saveItem: async () => {
      const { items } = await (await house.as(TRAINER)).do("readItems", ofCourse);
      const { voices: _, ...item } = found(items[0]);
      return {
        by: TRAINER,
        asked: {
          params: { ...ofCourse.params, itemId: item.id },
          body: {
            intentId,
            item: { ...item, prompt: { ...item.prompt, en: "Whose is it?" } },
            seen: item,
          },
        },
      };
    },
    arrangeItems: async () => {
      const { items } = await (await house.as(TRAINER)).do("readItems", ofCourse);
      const commands = [{ do: "move", id: found(items[1]).id }];
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, commands } } };
    },
    bringVoices: async () => ({
      by: TRAINER,
      asked: { ...ofCourse, body: { intentId, sheet: await sheetOf(house, manifest) } },
    }),
    copyIntoDraft: () => ({
      by: TRAINER,
      asked: {
        ...ofCourse,
        body: {
          intentId,
          from: changed.courseId,
          to: { moduleId },
          lessons: [{ id: at.otherLessonId, as: newLessonId() }],
        },
      },
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
    reviewDraft: () => ({
      by: TRAINER,
      asked: { ...ofCourse, query: { lessons: lessonId } },
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
    changeApproval: async () => {
      await setApproval(house, false);
      return { by: ADMIN, asked: { body: { intentId, isRequired: true } } };
    },
    listReviewers: () => ({ by: TRAINER, asked: ofCourse }),
    askReview: async () => ({
      by: staff.secondTrainer.contact,
      asked: await readyForReview(house, changed.courseId),
    }),
    decideReview: async () => {
      const { params, body } = await readyForReview(house, changed.courseId);
      const second = await house.as(staff.secondTrainer.contact);
      const { review } = await second.do("askReview", { params, body });
      const decision = { intentId, print: review?.print, verdict: "approved" };
      return { by: ADMIN, asked: { params, body: decision } };
    },
    readMove: async () => {
      const { params, cohortId } = await movable(house, at);
      return { by: staff.secondTrainer.contact, asked: { params, query: { cohortId } } };
    },
    moveLearners: async () => {
      const { params, cohortId, version } = await movable(house, at);
      const body = { intentId, version, cohortId };
      return { by: staff.secondTrainer.contact, asked: { params, body } };
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
    readMediaUses: async () => ({
      by: TRAINER,
      asked: { params: { mediaId: (await bringPicture(house, TRAINER)).id } },
    }),
    replaceMedia: async () => {
      const side = 11 + ((replaced += 1) % 50);
      const from = await bringPicture(house, TRAINER, { width: side, height: 10 });
      const by = await bringPicture(house, TRAINER, { width: side, height: 20 });
      await lessonWith(await house.as(TRAINER), course.courseId, {
        media: from.media,
        languages: ["ar", "fr"],
      });
      return {
        by: TRAINER,
        asked: { params: { mediaId: from.id }, body: { intentId, by: by.id } },
      };
    },
    removeMedia: async () => ({
      by: TRAINER,
      asked: {
        params: { mediaId: (await bringPicture(house, TRAINER)).id },
        body: { intentId },
      },
    }),
    listRemovedMedia: () => ({ by: TRAINER, asked: {} }),
    restoreMedia: async () => {
      const { id: mediaId } = await bringPicture(house, TRAINER);
      const trainer = await house.as(TRAINER);
      await trainer.do("removeMedia", { params: { mediaId }, body: { intentId: newIntent() } });
      return { by: TRAINER, asked: { params: { mediaId }, body: { intentId } } };
    },
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

/** What is spoken in a lesson of a course, in one language. */
async function sheetOf(house: House, { modules }: Manifest): Promise<VoiceSheet> {
  const [voices] = modules.flatMap(({ lessons }) => lessons.flatMap((it) => it.voices ?? []));
  const [pointer] = Object.values(voices ?? {});
  const response = await house.anyone.fetch(`/content/${pointer?.hash ?? ""}`);
  return VoiceSheet.parse(await response.json());
}

/** The ids of things that their author has just thought of. */
export const newLessonId = (): string => `les_${newIntent().replaceAll("-", "")}`;
export const newModuleId = (): string => `mod_${newIntent().replaceAll("-", "")}`;
export const newCourseId = (): string => `crs_${newIntent().replaceAll("-", "")}`;

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

/** Says whether a second person approves, where it is not so already. */
async function setApproval(house: House, isRequired: boolean): Promise<void> {
  await (
    await house.as(ADMIN)
  ).do("changeApproval", { body: { intentId: newIntent(), isRequired } });
}

/** A draft that says something new, to be laid before a second person. */
async function readyForReview(house: House, courseId: string) {
  await setApproval(house, true);
  await changeLesson(house, courseId);
  const second = await house.as(staff.secondTrainer.contact);
  const params = { courseId };
  await second.do("composeDraft", { params, body: { intentId: newIntent() } });
  return { params, body: { intentId: newIntent(), reviewerIds: [] } };
}

/** A cohort with somebody in it who is on an older version than the live one. */
async function movable(house: House, { changed, second }: Landmarks) {
  const [admin, owner] = [await house.as(ADMIN), await house.as(staff.secondTrainer.contact)];
  const params = { courseId: changed.courseId };
  const cohort = {
    ...{ name: "Ouarzazate", trainerIds: [second.accountId], places: 12 },
    ...{ startsOn: "2026-01-10", endsOn: "2099-06-30" },
    ...({ joining: "by_invitation", issuing: "automatic" } as const),
  };
  const { id: cohortId } = await admin.do("createCohort", {
    body: { intentId: newIntent(), courseId: changed.courseId, ...cohort },
  });
  const people = [{ name: "Itto", contact: `itto-${newIntent().slice(-6)}@example.org` }];
  await admin.do("enrolPeople", {
    params: { cohortId },
    body: { intentId: newIntent(), people },
  });
  const { body } = await readyForReview(house, changed.courseId);
  await setApproval(house, false);
  const { version = 0 } = await owner.do("publishCourse", {
    params,
    body: { intentId: body.intentId, note: "Newer." },
  });
  return { params, cohortId, version };
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
