import { learners, staff } from "@twiza/content";
import { CertificateId, type CertificateShows, type CourseId, type LessonId } from "@twiza/contract"; // prettier-ignore
import { found } from "@twiza/core";
import { type House, newIntent, type Visitor } from "../../house/house.ts";
import { writeChecklists } from "../../house/checklists.ts";
import { workToMark, writeAssignments } from "../../house/marked.ts";
import { correctFor, courseSatByTwo } from "../../house/corrected.ts";
import { courseInWolof } from "../../house/in-wolof.ts";
import { handInOf, someRight, takeTicket } from "../../house/offline.ts";
import { beginFirst, fillFirst, newTrainer, publishFirst } from "../../house/new-trainer.ts";
import { addLanguage, AJAMI, WOLOF, writeIn } from "../../house/other-language.ts";
import { deskAt } from "../../house/desk.ts";
import { unsignedAt } from "../../house/unsigned.ts";
import { groupWithTwoAlike } from "../../house/alike.ts";
import { handedAt } from "../../house/handed.ts";
import { newDesignId, plainLook } from "../../house/designs.ts";
import { courseOfNineKinds } from "../../house/course-of-nine-kinds.ts";
import { observedAt } from "../../house/observed.ts";
import { erasedCertificate } from "../../house/husk.ts";
import { bringPicture, lessonWith } from "../../house/pictures.ts";
import { partneredAt } from "../../house/partnered.ts";
import { reviewedCourse } from "../../house/reviewed.ts";
import { courseOftenSat } from "../../house/sittings.ts";
import { bringVideo, videoBlock } from "../../house/videos.ts";
import { answerKey } from "../walk.ts";

/** Where the things of the seed are, and the contacts of those who join them here. */
export type Addresses = Awaited<ReturnType<typeof addressesIn>>;

const CANDIDATE = "candidate@example.org";
const PASSING = "passing@example.org";
/** The ticket on her phone is not as we gave it. */
const FORGED = "forged@example.org";
const FAMILY = "family@example.org";
const SPENT = "spent@example.org";
/** Two phones of hers handed the same test in. */
const DOUBLED = "doubled@example.org";
/** A language whose name is as long as it may be. */
const LONG = {
  language: "tzm-Latn",
  name: "Tamaziɣt n waṭlas anammas, s uskkil alatin, i imawaḍn",
};

/** Finds the addresses in a seeded house, and lets some more people in, so that every state has somebody to see it. */
export async function addressesIn(house: House) {
  const { courses } = await house.anyone.do("listCatalogue", { query: {} });
  const courseOf = (title: string) => {
    const course = courses.find((one) => one.title.en?.startsWith(title));
    if (!course) throw new Error(`The seed has no course "${title}".`);
    return course;
  };
  const [create, price] = [courseOf("Create and govern"), courseOf("Price")];
  const outline = await house.anyone.fetch(`/content/${create.manifest}`);
  const lessons = [...new Set((await outline.text()).match(/les_[0-9a-f]{32}/g))];
  const administrator = await house.as(staff.administrator.contact);
  const { cohorts } = await administrator.do("listCohorts", { query: {} });
  const cohortThat = (issuing: "automatic" | "by_hand") =>
    cohorts.find((cohort) => cohort.issuing === issuing)?.id ?? "";
  const people = [CANDIDATE, PASSING, FORGED, FAMILY, SPENT, DOUBLED];
  await administrator.do("enrolPeople", {
    params: { cohortId: cohortThat("automatic") },
    body: {
      intentId: newIntent(),
      people: people.map((contact) => ({ name: "Itto Aït Hammou", contact })),
    },
  });
  await useAllTries(house, create.courseId);
  await addSister(house, FAMILY);
  await handInTwice(house, create.courseId);
  const author = await house.as(staff.secondTrainer.contact);
  const changed = courseOf("Keep the cash").courseId;
  for (const language of [WOLOF, AJAMI, LONG]) await addLanguage(house, language);
  await writeIn(author, changed, [WOLOF.language, AJAMI.language]);
  const draft = await author.do("readDraft", { params: { courseId: changed } });
  const handedOut = draft.outline.modules.flatMap(({ lessonIds }) => lessonIds)[2] ?? "";
  await writeRarer(house, author, { courseId: changed, lessonId: handedOut });
  await share(house, price.courseId);
  const skills = (await beginFirst(author, "Peser la laine")).courseId;
  await writeChecklists(author, skills);
  await writeAssignments(author, skills);
  await fillLibrary(house, changed);
  const { courseId: reviewed, contacts } = await reviewedCourse(house);
  const written = draft.outline.modules[0]?.lessonIds[0] ?? "";
  await speak(house, { courseId: changed, lessonId: written });
  const novices = await noviceTrainers(house);
  await giveMore(house, cohortThat("automatic"));
  await sayOtherwise(house, cohortThat("automatic"));
  const corrected = await courseSatByTwo(house);
  await correctFor(house, corrected.courseId);
  const design = newDesignId();
  await administrator.do("saveDesign", {
    params: { designId: design },
    body: {
      ...{ intentId: newIntent(), name: "Atelier de la laine", everywhere: true, courses: [] },
      look: plainLook({ second: "fr" }),
    },
  });
  // Before the desk issues: what is issued there is issued together.
  const partners = await partneredAt(house, { together: price.courseId, declined: changed });
  return {
    novices,
    /** Another institution was asked by this one, and has to answer. */
    askedPartner: partners.asked,
    /** A design of the institution's certificates, in two languages. */
    design,
    /** A draft with checklists and assignments, one of each only begun. */
    skills,
    /** A course that is written in Wolof too, and the lesson of it that is. */
    wolof: await courseInWolof(house),
    course: create.courseId,
    /** A group whose work is looked at, and what was seen of it. */
    observing: await observedAt(house),
    /** A group whose certificates are issued by hand, with one in each state, and two that wait for a second person. */
    desk: await deskAt(house),
    /** Certificates from before there were signatures. */
    unsigned: await unsignedAt(house),
    /** One of these that holds: two institutions have signed it. */
    together: await togetherIn(administrator),
    /** A group whose work is marked. */
    marking: await workToMark(house),
    /** A group that hands work in, and what was said of it. */
    handing: await handedAt(house),
    /** A course whose questions have figures. */
    oftenSat: await courseOftenSat(house),
    /** A course whose question was corrected for the group that sat its test. */
    corrected,
    lesson: lessons[0] ?? "",
    /** Its certificates are given by hand. */
    byHand: price.courseId,
    /** Two trainers own it. */
    shared: price.courseId,
    /** Its draft differs from what learners see. */
    changed,
    /** A lesson of it. */
    written,
    /** Another, with blocks of every rarer kind. */
    handedOut,
    /** Its draft waits for a second person. */
    reviewed,
    reviewedBy: contacts,
    cohort: cohortThat("automatic"),
    cohortByHand: cohortThat("by_hand"),
    valid: await certificateOf(house, learners.certified.contact),
    revoked: await certificateOf(house, learners.revoked.contact),
    brief: await certificateShown(house, "brief"),
    closed: await certificateShown(house, "closed"),
    /** Whose holder is erased. */
    erased: await erasedCertificate(house),
    candidate: CANDIDATE,
    passing: PASSING,
    forged: FORGED,
    spent: SPENT,
    family: FAMILY,
    /** A course that asks in each way there is. */
    nine: await courseOfNineKinds(house),
    /** A group of whom two have the same wrong answers. */
    alike: (await groupWithTwoAlike(house)).cohortId,
    /** The right answers of the course's test. */
    key: await answerKey(house, create.courseId),
  };
}

async function togetherIn(administrator: Visitor): Promise<string> {
  const { certificates } = await administrator.do("listCertificates", {
    query: { state: "valid" },
  });
  return certificates.find(({ partners }) => partners)?.id ?? "";
}

async function certificateOf(house: House, contact: string): Promise<string> {
  const { certificates } = await (await house.as(contact)).do("listWallet", { query: {} });
  return certificates[0]?.id ?? "";
}

/** The certificate of nobody here, of which anybody sees as much as its holder wants. */
async function certificateShown(house: House, as: CertificateShows): Promise<string> {
  const { store, newId } = house.server.deps;
  const like = CertificateId.parse(await certificateOf(house, learners.certified.contact));
  const { value } = found(await store.certificates.byId(like));
  const [id, organisationId] = [newId("certificate"), newId("organisation")];
  const shows = { as, wishedAt: value.issuedAt };
  const made = { ...value, id, organisationId, learnerId: newId("learner"), shows };
  const year = Number(value.issuedAt.slice(0, 4));
  await store.commit(store.certificates.issue(made, year, 1, "absent"));
  return id;
}

/** Three who were never led to a published lesson: one has begun nothing, one a course, and one is about to be told that hers is out. */
async function noviceTrainers(house: House) {
  const hire = (name: string, contact: string) => newTrainer(house, { name, contact });
  const none = await hire("إيزا أيت علي", "none@example.org");
  const begun = await hire("Kenza Oubella", "begun@example.org");
  const out = await hire("ⵟⴰⵎⵓ ⵓⵃⵎⴰⴷ", "out@example.org");
  const place = await beginFirst(await house.as(begun), "Tondre les moutons");
  const author = await house.as(out);
  const live = await beginFirst(author, "Carder la laine");
  await fillFirst(author, live);
  await publishFirst(author, live);
  return { none, begun, out, place };
}

/** One who has earned her certificate was given more of everything, with a reason of several lines. */
async function giveMore(house: House, cohortId: string): Promise<void> {
  const trainer = await house.as(staff.trainer.contact);
  const { learners: lines } = await trainer.do("readProgress", { params: { cohortId }, query: {} });
  const { learnerId = "" } = lines.find(({ name }) => name === learners.certified.name) ?? {};
  const reason =
    "Lit avec une loupe, et le réseau de son village a manqué deux fois pendant le test";
  const closesAt = "2099-06-30T18:00:00.000Z";
  const allowance = { tries: 2, extraPercent: 50, closesAt, reason };
  await trainer.do("allowLearner", {
    params: { cohortId, learnerId },
    body: { intentId: newIntent(), allowance },
  });
}

/** A person said of two parts what counts: of one who has her certificate, and of one who has not. */
async function sayOtherwise(house: House, cohortId: string): Promise<void> {
  const trainer = await house.as(staff.trainer.contact);
  const { learners: lines } = await trainer.do("readGradebook", {
    params: { cohortId },
    query: {},
  });
  const reason = "A répondu à voix haute devant le groupe, son téléphone était tombé dans l’eau";
  const figures = [
    [learners.certified.name, 85],
    [learners.failedOnce.name, 45],
  ] as const;
  for (const [name, percent] of figures) {
    const said = { as: "percent", percent, reason } as const;
    const { learnerId = "" } = lines.find((line) => line.name === name) ?? {};
    const params = { cohortId, learnerId };
    const body = { intentId: newIntent(), part: "quiz", said };
    await trainer.do("changeGrade", { params, body });
  }
}

/** A second learner of the same account; the first is the one who is here. */
async function addSister(house: House, contact: string): Promise<void> {
  const first = await house.as(contact);
  const { learner } = await first.do("readMe", {});
  const look = { picture: "olive", colour: "henna" } as const;
  const body = { intentId: newIntent(), name: "رابحة أيت حمو", ...look };
  await first.do("createLearner", { body });
  if (learner) await first.do("chooseLearner", { body: { learnerId: learner.id } });
}

/** Writes what the lesson lacks of rarer blocks: its own picture as before and after, a page elsewhere, and a video with captions. */
async function writeRarer(
  house: House,
  author: Visitor,
  params: { readonly courseId: CourseId; readonly lessonId: LessonId | "" },
): Promise<void> {
  const media = await pictureIn(author, params);
  const pictures = ["a", "b"].map((id) => ({ id, media, alt: `Des pièces, ${id}` }));
  const blocks = [
    { kind: "gallery" as const, view: "compare" as const, pictures },
    { kind: "link" as const, href: "https://www.odco.gov.ma/", title: "L’office" },
    videoBlock(await bringVideo(house, author), ["On compte les pièces.", "On note la somme."]),
  ];
  await author.do("saveDraftLesson", {
    params,
    body: {
      intentId: newIntent(),
      language: "fr",
      commands: blocks.map(({ kind }) => ({ do: "add" as const, key: kind, kind, after: "" })),
      texts: blocks.map((block) => ({ key: block.kind, base: 0, block })),
    },
  });
}

/** The picture that a lesson shows. */
async function pictureIn(author: Visitor, params: { courseId: CourseId; lessonId: LessonId | "" }) {
  const { words } = await author.do("readDraftLesson", { params, query: { language: "fr" } });
  const texts = Object.values(words[0]?.texts ?? {}).map(({ block }) => block);
  const media = texts.flatMap((block) => (block.kind === "picture" ? (block.media ?? []) : []))[0];
  if (!media) throw new Error("The lesson shows no picture.");
  return media;
}

/** Lets the second trainer own a course too. */
async function share(house: House, courseId: CourseId): Promise<void> {
  const administrator = await house.as(staff.administrator.contact);
  const { members } = await administrator.do("listMembers", { query: {} });
  const second = members.find(({ contact }) => contact === staff.secondTrainer.contact);
  const body = { intentId: newIntent(), accountId: second?.accountId ?? "" };
  await administrator.do("addOwner", { params: { courseId }, body });
}

/** A picture that a lesson shows, and one in the bin. */
async function fillLibrary(house: House, courseId: CourseId): Promise<void> {
  const contact = staff.secondTrainer.contact;
  const author = await house.as(contact);
  const [shown, removed] = [
    await bringPicture(house, contact, { width: 64, height: 40 }),
    await bringPicture(house, contact, { width: 40, height: 64 }),
  ];
  await author.do("describeMedia", {
    params: { mediaId: shown.id },
    body: {
      intentId: newIntent(),
      description: { kind: "words", alt: { fr: "Une balance", ar: "ميزان" } },
    },
  });
  await lessonWith(author, courseId, { media: shown.media, languages: ["fr", "ar"] });
  await author.do("removeMedia", {
    params: { mediaId: removed.id },
    body: { intentId: newIntent() },
  });
}

/** Two trainers speak about the first block of a lesson, and one of them stays in it. */
async function speak(house: House, params: { courseId: string; lessonId: string }) {
  const owner = await house.as(staff.secondTrainer.contact);
  const other = await house.as(staff.trainer.contact);
  const [her, him] = [(await owner.do("readMe", {})).account.id, (await other.do("readMe", {})).account.id]; // prettier-ignore
  const { lesson } = await owner.do("readDraftLesson", { params, query: { language: "fr" } });
  const key = lesson.places[0]?.key ?? "";
  const say = async (who: typeof owner, body: { text: string; threadId?: string; key?: string }) =>
    (await who.do("addComment", { params, body: { intentId: newIntent(), ...body } })).comment.id;
  const asked = await say(other, { key, text: `@${her} هل هذا السعر صحيح؟` });
  await say(owner, {
    threadId: asked,
    text: `@${him} Oui : 90 dirhams le pot, au marché d’Azilal.`,
  });
  const settled = await say(owner, { key, text: "Une photo plus claire ?" });
  const body = { intentId: newIntent(), change: { do: "resolve" as const } };
  await owner.do("changeComment", { params: { ...params, commentId: settled }, body });
  await say(owner, { text: "La leçon est trop longue pour dix minutes." });
  await other.do("attendLesson", { params, body: { isLeft: false, key } });
}

/** Hands one sitting in from two phones with other answers: a person has to decide. */
async function handInTwice(house: House, courseId: CourseId): Promise<void> {
  const learner = await house.as(DOUBLED);
  const taken = await takeTicket(learner, courseId);
  for (const share of [0.5, 1])
    await learner.do(
      "submitAttempt",
      handInOf(taken, courseId, await someRight(house, { courseId, items: taken.items }, share)),
    );
}

/** Hands in empty sheets until no try is left. */
async function useAllTries(house: House, courseId: string): Promise<void> {
  const learner = await house.as(SPENT);
  const params = { courseId };
  let { triesLeft } = await learner.do("readEnrolment", { params });
  for (; triesLeft > 0; triesLeft--) {
    const { id } = await learner.do("startAttempt", { params, body: { intentId: newIntent() } });
    await learner.do("submitAttempt", {
      params: { courseId, attemptId: id },
      body: { intentId: newIntent(), answers: [] },
    });
  }
}
