import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { CourseId, LearnerId } from "@twiza/contract";
import { found } from "@twiza/core";
import { check, type Sources } from "@twiza/credential/check";
import { unbake } from "@twiza/credential/bake";
import { type LogProof, parseVerifier } from "@twiza/log";
import { verifyProof } from "@twiza/credential/integrity";
import { finishLessons } from "./offline.ts";
import { rightAnswers } from "./answers.ts";
import { assignmentOf, markOf, openHanding, proofBy, workFor } from "./handing.ts";
import { type House, newIntent, type Visitor } from "./house.ts";
import { ADMIN, TRAINER } from "./landmarks.ts";
import { lookAt, openObserving, photoBy, WEIGHING } from "./observing.ts";
import { somePng } from "./pictures.ts";
import { someSound } from "./videos.ts";

const wish = () => ({ intentId: newIntent() });

/** Everything under a folder, as bytes. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Where a word still is: rows of the store as they lie, files of whatever kind, and lines of the process. */
export function tracesOf(house: House, word: string): string[] {
  const wanted = word.toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(wanted);
  const database = new DatabaseSync(join(house.folder, "store.sqlite"), { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.flatMap(({ name }) =>
    database
      .prepare(`SELECT * FROM "${String(name)}"`)
      .all()
      .map((row) => `${String(name)}: ${textOf(row)}`),
  );
  database.close();
  const files = filesUnder(house.folder)
    .filter((path) => !/store\.sqlite|outbox/.test(path))
    .map((path) => `${path}: ${readFileSync(path, "latin1")} ${readFileSync(path, "utf8")}`);
  return [...rows, ...files, ...house.lines].filter(has);
}
const textOf = (row: object): string =>
  Object.values(row)
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : String(value),
    )
    .join(" ");

/** Private blobs, by their names. */
export const privateBlobs = (house: House): ReadonlySet<string> =>
  new Set(filesUnder(join(house.folder, "blobs", "private")).map((path) => path.slice(-64)));

/**
 * Somebody in whose every field this word stands: she has a certificate, a sitting, work with a photo, a voice and a file that was marked
 * with words and a voice, looks at her work of which she disputes one, a changed grade, a card, a PIN and a proposal that waits.
 */
export async function withEverything(house: House, word: string) {
  const contact = `${word}@example.org`;
  const name = `${word} Aït Baha`;
  const admin = await house.as(ADMIN);
  const trainer = await house.as(TRAINER);
  const enrol = async (cohortId: string) => {
    const body = { ...wish(), people: [{ name, contact }] };
    const { people } = await admin.do("enrolPeople", { params: { cohortId }, body });
    const [one] = people;
    if (!one || one.result === "refused") throw new Error("she is not enrolled");
    return one.learnerId;
  };
  const seen = await openObserving(house, ["beside@example.org"]);
  const learnerId = await enrol(seen.cohortId);
  const learner = await house.as(contact);
  await learner.do("setPin", { body: { ...wish(), as: "learner", pin: "7392" } });
  await learner.do("createCard", { body: { ...wish(), codeHash: formOf(word) } });
  await sit(house, learner, seen.courseId);
  await look(house, { trainer, learner, learnerId, seen, word });
  const work = await handIn(house, { learner, trainer, word, contact, enrol });
  await trainer.do("changeGrade", {
    params: { cohortId: work.cohortId, learnerId },
    body: { ...wish(), part: "quiz", said: { as: "exempt", reason: `${word} sat it on paper` } },
  });
  await trainer.do("createTicket", {
    params: { cohortId: seen.cohortId },
    body: { ...wish(), ticketHash: formOf(`${word} t`), codeHash: formOf(`${word} c`), learnerId },
  });
  await house.server.worker.settled();
  const { certificates } = await learner.do("listWallet", { query: {} });
  const [certificate] = certificates;
  const params = { certificateId: found(certificate).id };
  await trainer.do("proposeAct", {
    params,
    body: { ...wish(), act: "suspend", reason: "inquiry", note: `${word} asked` },
  });
  const signed = await learner.do("readSigned", { params });
  const paper = await learner.do("readPaper", { params, query: {} });
  return {
    ...{ contact, name, learnerId, learner, signed, blobs: work.blobs },
    certificate: found(certificate),
    organisationId: seen.organisationId,
    paper: Buffer.from(paper.base64, "base64"),
    cohorts: [seen.cohortId, work.cohortId],
  };
}
export type Everything = Awaited<ReturnType<typeof withEverything>>;

const formOf = (text: string): string =>
  Buffer.from(text.padEnd(32, ".")).toString("hex").slice(0, 64);

async function sit(house: House, learner: Visitor, courseId: CourseId): Promise<void> {
  await finishLessons(house, learner, courseId);
  const { id: attemptId } = await learner.do("startAttempt", {
    params: { courseId },
    body: wish(),
  });
  const answers = await rightAnswers(house, courseId);
  const body = { ...wish(), answers: [...answers] };
  await learner.do("submitAttempt", { params: { courseId, attemptId }, body });
}

type Looking = {
  readonly trainer: Visitor;
  readonly learner: Visitor;
  readonly learnerId: LearnerId;
  readonly seen: Awaited<ReturnType<typeof openObserving>>;
  readonly word: string;
};
async function look(house: House, { trainer, learner, learnerId, seen, word }: Looking) {
  const params = { cohortId: seen.cohortId };
  const answer = (observationId: string, disputed?: string) =>
    learner.do("confirmObservation", {
      params: { courseId: seen.courseId, observationId },
      body: { ...wish(), ...(disputed ? { disputed } : {}) },
    });
  const shorn = lookAt(learnerId, {}, { note: `${word} held it well` });
  await trainer.do("recordObservation", { params, body: shorn });
  await answer(shorn.id);
  const again = lookAt(learnerId, { safe: "not_met" });
  await trainer.do("recordObservation", { params, body: again });
  await answer(again.id, `${word} does not agree`);
  const photos = [await photoBy(trainer, house)];
  const weighing = [{ criterion: "zero", result: "met" as const }];
  const weighed = lookAt(learnerId, {}, { checklistId: WEIGHING, photos, seen: weighing });
  await trainer.do("recordObservation", { params, body: weighed });
  await answer(weighed.id);
}

type Handing = Pick<Looking, "trainer" | "learner" | "word"> & {
  readonly contact: string;
  readonly enrol: (cohortId: string) => Promise<unknown>;
};
async function handIn(house: House, { learner, trainer, word, enrol }: Handing) {
  const title = "L’étiquette et le prix d’un produit";
  const assignment = assignmentOf(title, { takes: ["text", "photo", "voice", "video", "file"] });
  const { courseId, cohortId } = await openHanding(house, ["other@example.org"], [assignment]);
  await enrol(cohortId);
  const piece = (type: "image/png" | "audio/ogg" | "text/csv", bytes: Uint8Array, by = learner) =>
    proofBy(house, by, { type, bytes, name: `${word}.csv` });
  const size = { width: 60 + word.length, height: 44 };
  const photo = await piece("image/png", somePng(size));
  const voice = await piece("audio/ogg", someSound());
  const file = await piece("text/csv", Buffer.from(`coût;DH\n${word};110\n`));
  const left = await piece("image/png", somePng({ width: 71, height: 30 + word.length }));
  const proofs = [photo.intentId, voice.intentId, file.intentId];
  const body = workFor(assignment.id, { text: `${word} writes a label.`, proofs });
  const { submission } = await learner.do("submitWork", { params: { courseId }, body });
  const other = await house.as("other@example.org");
  // The same recording is somebody else's, too.
  const hers = await proofBy(house, other, { type: "audio/ogg", bytes: someSound() });
  const likewise = workFor(assignment.id, { text: "Une étiquette.", proofs: [hers.intentId] });
  await other.do("submitWork", { params: { courseId }, body: likewise });
  await trainer.do("markSubmission", {
    params: { cohortId, submissionId: submission.id },
    body: markOf(1, 1, {
      words: `${word}, count your hours.`,
      notes: [{ on: "text", from: 0, to: 5, words: `${word}: in Arabic too.` }],
    }),
  });
  const hashOf = ({ proof }: typeof photo): string => proof.hash;
  const alone = [hashOf(photo), hashOf(file), hashOf(left)];
  return { cohortId, blobs: { alone, shared: hashOf(voice) } };
}

/** What anybody's check asks, of this house. */
function sourcesOf(house: House): Sources {
  const text = async (path: string) => {
    const response = await house.anyone.fetch(path);
    return response.status === 200 ? response.text() : undefined;
  };
  return {
    issuer: async () => {
      const { keys, at } = await house.anyone.do("readIssuers", {});
      return { keys, at, isTrusted: true };
    },
    organisation: async (_, certificateId) =>
      (
        JSON.parse((await text(`/api/verify/${certificateId}`)) ?? "{}") as {
          organisationId?: string;
        }
      ).organisationId,
    statusList: (address) => text(new URL(address).pathname),
    log: async (form) => {
      const told = await text(`/api/log/${form}`);
      return told === undefined ? "absent" : (JSON.parse(told) as LogProof);
    },
  };
}

/** What whoever is handed a kept certificate finds. */
export async function checked(house: House, kept: Uint8Array | string) {
  const told = JSON.parse(await (await house.anyone.fetch("/log/keys.json")).text()) as Record<
    "log" | "witnesses",
    string[]
  >;
  const among = (texts: readonly string[]) => texts.flatMap((text) => parseVerifier(text) ?? []);
  return check(kept, {
    ...{ sources: sourcesOf(house), now: new Date(), unbake },
    verifyDocument: (document, keys) => verifyProof(document, () => keys),
    trust: { log: among(told.log), witnesses: among(told.witnesses), enough: 0 },
  });
}
