import { type Completion, LearnerId } from "@twiza/contract";
import { found, submitWork } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightAnswers } from "../house/answers.ts";
import { somePdf } from "../house/documents.ts";
import {
  assignmentOf,
  groupLedBy,
  type Handing,
  learnerIn,
  markOf,
  newSubmissionId,
  openHanding,
  proofBy,
  putAssignment,
  readWhole,
  workFor,
} from "../house/handing.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { TRAINER } from "../house/landmarks.ts";
import { enrolIn } from "../house/observing.ts";
import { finishLessons } from "../house/offline.ts";
import { somePng } from "../house/pictures.ts";
import { someSound } from "../house/videos.ts";
import { countWritten } from "../house/written.ts";

const PEOPLE = ["itto", "hadda", "rqia", "moha", "zahra"];
const LABEL = assignmentOf("Une étiquette");
const SINGLE = assignmentOf("Une fois", { triesAllowed: 1, takes: ["text"] });

let house: House;
let at: Handing;
beforeAll(async () => {
  house = await openHouse();
  const contacts = [...PEOPLE.map((it) => `${it}@example.org`), TRAINER];
  at = await openHanding(house, contacts, [LABEL, SINGLE]);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const phoneOf = (name: string) => house.as(`${name}@example.org`);
const hers = (name: string) => learnerIn(at, `${name}@example.org`);
const ofCourse = () => ({ params: { courseId: at.courseId } });
const handIn = async (name: string, body: ReturnType<typeof workFor>) =>
  (await phoneOf(name)).do("submitWork", { ...ofCourse(), body });
const refusedIn = async (name: string, body: ReturnType<typeof workFor>) =>
  (await phoneOf(name)).refused("submitWork", { ...ofCourse(), body });
const of = (submissionId: string) => ({ params: { cohortId: at.cohortId, submissionId } });
const mark = (submissionId: string, body = markOf(2, 1), by: Visitor = at.trainer) =>
  by.do("markSubmission", { ...of(submissionId), body });
const refusedMark = (submissionId: string, body = markOf(2, 1), by: Visitor = at.trainer) =>
  by.refused("markSubmission", { ...of(submissionId), body });
const read = (submissionId: string, by: Visitor = at.trainer) =>
  by.do("readSubmission", of(submissionId));
const queue = async () =>
  (await at.trainer.do("listSubmissions", { params: { cohortId: at.cohortId }, query: {} }))
    .submissions;
const own = async (name: string) =>
  (await (await phoneOf(name)).do("listOwnSubmissions", { ...ofCourse(), query: {} })).submissions;
const standing = async (name: string, assignmentId: string = LABEL.id) => {
  const { handed } = await (await phoneOf(name)).do("readEnrolment", { ...ofCourse(), query: {} });
  return (handed as Record<string, object> | undefined)?.[assignmentId];
};
const newLearnerId = () => LearnerId.parse(`lrn_${newIntent().replaceAll("-", "")}`);
const learningAs = (learnerId: LearnerId) =>
  ({
    ...{ accountId: learnerId.replace("lrn", "acc"), sessionId: learnerId.replace("lrn", "ses") },
    ...{ name: "Itto", roles: ["learner"], ownsAccount: true },
    ...{ learnerId, learnerIds: [learnerId], profiles: [] },
  }) as never;
const missing = (completion: Completion) =>
  completion.state === "earned"
    ? []
    : completion.blockers.flatMap((it) => ("assignmentId" in it ? [it.code] : []));

describe("work that is handed in", () => {
  it("is marked by its rubric, said of in words and by voice, and her certificate follows from the last of all", async () => {
    const learner = await phoneOf("itto");
    await finishLessons(house, learner, at.courseId);
    const { id: attemptId } = await learner.do("startAttempt", { ...ofCourse(), body: wish() });
    const answers = [...(await rightAnswers(house, at.courseId))];
    const params = { courseId: at.courseId, attemptId };
    await learner.do("submitAttempt", { params, body: { ...wish(), answers } });
    const learnerId = hers("itto");
    const photo = await proofBy(house, learner, { type: "image/png", bytes: somePng(), learnerId });
    const sound = await proofBy(house, learner, { type: "audio/ogg", bytes: someSound(), learnerId }); // prettier-ignore
    const body = workFor(LABEL.id, { learnerId, proofs: [photo.intentId, sound.intentId] });
    const { submission, completion } = await handIn("itto", body);
    expect(submission).toMatchObject({
      ...{ state: "waiting", number: 1, text: body.text, handedInAt: body.claims.at },
      proofs: [{ kind: "photo", type: "image/webp" }, { kind: "voice" }],
    });
    expect(missing(completion)).toEqual(["work.not_marked", "work.not_handed_in"]);
    const line = (await queue()).find(({ id }) => id === body.id);
    expect(line).toMatchObject({ learnerName: "itto", mayMark: true, holds: { letters: 31, proofs: ["photo", "voice"] } }); // prettier-ignore
    const { mayMark, assignment } = await read(body.id);
    expect({ mayMark, title: assignment.title }).toEqual({ mayMark: true, title: LABEL.title });

    const voice = (await proofBy(house, at.trainer, { type: "audio/ogg", bytes: someSound() })).intentId; // prettier-ignore
    const notes = [
      { on: "text" as const, from: 0, to: 5, words: "Bon début." },
      { on: "photo" as const, proof: photo.proof.hash, x: 500, y: 200, voice },
      { on: "moment" as const, proof: sound.proof.hash, second: 1, words: "Ici." },
    ];
    const marked = await mark(body.id, markOf(1, 1, { notes, words: "Comptez les heures." }));
    expect(marked.submission.outcome).toMatchObject({ by: "one", percent: 70, passed: true });
    const [seen] = await own("itto");
    expect(seen?.markings).toMatchObject([{ words: "Comptez les heures.", percent: 70 }]);
    expect(seen?.markings[0]?.notes.map(({ on }) => on)).toEqual(["text", "photo", "moment"]);
    const heard = found(seen?.markings[0]?.notes[1]?.voice);
    const told = await readWhole(learner, { ...of(body.id).params, hash: heard.hash });
    expect(told.type).toBe("audio/ogg");
    expect(await standing("itto")).toMatchObject({ state: "passed", percent: 70, tries: 1, waiting: 0 }); // prettier-ignore
    const { learners } = await at.trainer.do("readGradebook", { params: { cohortId: at.cohortId }, query: {} }); // prettier-ignore
    const row = found(learners.find((it) => it.learnerId === learnerId));
    expect(row.grade.parts.find(({ part }) => part === LABEL.id)).toMatchObject({ percent: 70, meets: true }); // prettier-ignore

    const last = workFor(SINGLE.id, { learnerId });
    await handIn("itto", last);
    await mark(last.id);
    await house.server.worker.settled();
    expect((await learner.do("listWallet", { query: {} })).certificates).toHaveLength(1);
  });

  it("tells its learner nothing before it has its mark, and what waits tells of itself in the cohort", async () => {
    const body = workFor(LABEL.id);
    await handIn("hadda", body);
    expect(await standing("hadda")).toMatchObject({ state: "waiting", tries: 0, waiting: 1 });
    const { learners } = await at.trainer.do("readProgress", { params: { cohortId: at.cohortId }, query: {} }); // prettier-ignore
    const row = found(learners.find(({ name }) => name === "hadda"));
    expect(missing(row.completion)).toEqual(["work.not_marked", "work.not_handed_in"]);
    await mark(body.id, markOf(0, 1));
    const [seen] = await own("hadda");
    expect(seen).toMatchObject({ state: "marked", outcome: { percent: 25, passed: false } });
    expect(await standing("hadda")).toMatchObject({ state: "not_passed" });
  });

  it("takes the place of what nobody had begun to mark, which is kept; a marker who had that before her is told", async () => {
    const [one, two] = [workFor(LABEL.id), workFor(LABEL.id, { text: "Mieux." })];
    await handIn("rqia", one);
    await handIn("rqia", two);
    expect((await own("rqia")).map(({ id, state, number }) => [id, state, number])).toEqual([
      [two.id, "waiting", 2],
      [one.id, "replaced", 1],
    ]);
    expect((await queue()).filter(({ learnerName }) => learnerName === "rqia")).toHaveLength(1);
    expect(await refusedMark(one.id)).toBe("submission.replaced");
    expect(await standing("rqia")).toMatchObject({ submissionId: two.id, tries: 0, waiting: 1 });
    await mark(two.id, markOf(1, 0));
    // The better mark counts, whichever came last; tries are those that were marked.
    const three = workFor(LABEL.id, { text: "Encore." });
    await handIn("rqia", three);
    expect(await standing("rqia")).toMatchObject({ state: "not_passed", percent: 45, waiting: 1, number: 3 }); // prettier-ignore
    await mark(three.id, markOf(0, 0));
    expect(await standing("rqia")).toMatchObject({ submissionId: two.id, percent: 45, tries: 2, waiting: 0 }); // prettier-ignore
    expect(await refusedIn("rqia", workFor(LABEL.id))).toBe("submission.none_left");
  });

  it("comes twice, late and from two phones at once: all of it is kept, once, in the order in which it came", async () => {
    const works = [1, 2, 3].map((n) => workFor(LABEL.id, { text: `Brouillon ${n}` }));
    await Promise.all(works.map((body) => handIn("moha", body)));
    const all = await own("moha");
    expect(all.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(all.map(({ state }) => state)).toEqual(["waiting", "replaced", "replaced"]);
    const before = await countWritten(house);
    const [first] = works;
    await handIn("moha", { ...found(first), sentAt: "2026-03-01T08:00:00.000Z" });
    expect(await countWritten(house)).toEqual(before);
    // Sent anew by a phone that forgot under which wish: still the same.
    const { submission } = await handIn("moha", { ...found(first), ...wish() });
    expect(submission.id).toBe(first?.id);
    expect(await own("moha")).toHaveLength(3);
    const other = { ...found(first), ...wish(), text: "Autre chose" };
    expect(await refusedIn("moha", other)).toBe("intent.reused");
    expect(await refusedIn("zahra", { ...found(first), ...wish() })).toBe("intent.reused");
  });

  it("is refused by name where nobody could take it, and nothing is written", async () => {
    const learner = await phoneOf("zahra");
    const pdf = await proofBy(house, learner, { type: "application/pdf", bytes: somePdf(), name: "prix.pdf" }); // prettier-ignore
    const foreign = await proofBy(house, await phoneOf("hadda"));
    const before = await countWritten(house);
    const cases: [string, ReturnType<typeof workFor>][] = [
      ["submission.empty", workFor(LABEL.id, { text: " \n " })],
      ["submission.kind", workFor(SINGLE.id, { proofs: [pdf.intentId] })],
      ["upload.missing", workFor(LABEL.id, { proofs: [foreign.intentId] })],
      ["upload.missing", workFor(LABEL.id, { proofs: [newIntent()] })],
      ["assignment.unknown", workFor(`asg_${"0".repeat(32)}`)],
      ["assignment.unknown", workFor(LABEL.id, { version: 7 })],
    ];
    for (const [code, body] of cases) expect(await refusedIn("zahra", body)).toBe(code);
    expect(await countWritten(house)).toEqual(before);
  });

  it("needs a group, since somebody must mark it", async () => {
    const { deps } = house.server;
    const learnerId = newLearnerId();
    const { value } = found(await deps.store.enrolments.byCourse(hers("zahra"), at.courseId));
    const { cohortId: _, ...alone } = { ...value, learnerId };
    await deps.store.commit([deps.store.enrolments.put(alone, "absent")]);
    const principal = learningAs(learnerId);
    const asked = { courseId: at.courseId, body: workFor(LABEL.id) as never };
    await expect(submitWork(deps, principal, asked)).rejects.toThrow("assignment.no_group");
  });
});

describe("a marker", () => {
  it("gives every criterion a level, says nothing to places that are not there, and marks once", async () => {
    const body = workFor(LABEL.id, { text: "Court" });
    await handIn("zahra", body);
    const some = { ...markOf(1, 1), chosen: [{ criterion: "price", level: 1 }] };
    expect(await refusedMark(body.id, some)).toBe("submission.unmarked");
    expect(await refusedMark(body.id, markOf(5, 1))).toBe("submission.unmarked");
    const astray = [{ on: "text" as const, from: 2, to: 90, words: "Où ?" }];
    expect(await refusedMark(body.id, markOf(1, 1, { notes: astray }))).toBe("request.invalid");
    const asked = markOf(1, 1);
    const first = await mark(body.id, asked);
    const before = await countWritten(house);
    expect(await mark(body.id, asked)).toEqual(first);
    expect(await countWritten(house)).toEqual(before);
    expect(await refusedMark(body.id)).toBe("submission.twice");
    expect(await refusedMark(body.id, markOf(0, 0), at.second)).toBe("submission.marked");
  });

  it("of two who mark at once is the first, and the other is told", async () => {
    const body = workFor(LABEL.id, { text: "Deux à la fois" });
    await handIn("zahra", body);
    const both = await Promise.allSettled(
      [at.trainer, at.second].map((by) => mark(body.id, markOf(1, 1), by)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(String(both.find(({ status }) => status === "rejected")?.["reason" as never])).toContain("submission.marked"); // prettier-ignore
    expect((await read(body.id)).markings).toBe(1);
  });

  it("never marks her own work, nor reads more of it than any learner", async () => {
    const body = workFor(LABEL.id, { learnerId: learnerIn(at, TRAINER) });
    await at.trainer.do("submitWork", { ...ofCourse(), body });
    expect(await refusedMark(body.id)).toBe("submission.own");
    expect((await read(body.id)).mayMark).toBe(false);
    expect((await queue()).find(({ id }) => id === body.id)?.mayMark).toBe(false);
    await mark(body.id, markOf(1, 1), at.second);
    expect(await standing("trainer")).toMatchObject({ state: "passed" });
  });

  it("of another group finds nothing, and a mentor reads without marking", async () => {
    const body = workFor(LABEL.id, { text: "Pour un autre groupe" });
    await handIn("moha", body);
    const elsewhere = await groupLedBy(house, at.courseId, ["salma@example.org"]);
    await enrolIn(house, elsewhere, ["tuda@example.org"]);
    const params = { cohortId: elsewhere, submissionId: body.id };
    expect(await at.second.refused("readSubmission", { params })).toBe("not_found");
    expect(await at.trainer.refused("listSubmissions", { params: { cohortId: elsewhere }, query: {} })).toBe("not_found"); // prettier-ignore
    const mentor = await house.as("mentor@example.org");
    expect((await read(body.id, mentor)).mayMark).toBe(false);
    expect(await refusedMark(body.id, markOf(1, 1), mentor)).toBe("role.missing");
    expect(await at.trainer.refused("readSubmission", of(newSubmissionId()))).toBe("not_found");
  });
});

describe("a piece of work", () => {
  it("is read in stretches of a megabyte, by its learner and whoever follows her, and by nobody else", async () => {
    const learner = await phoneOf("moha");
    const lines = Array.from({ length: 90_000 }, (_, n) => `Lot ${String(n)},${String(n * 3)} DH`);
    const bytes = Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`);
    const { intentId, proof } = await proofBy(house, learner, { type: "text/csv", bytes, name: "prix de Moha.csv" }); // prettier-ignore
    expect(proof).toMatchObject({ kind: "file", type: "text/csv", name: "prix de Moha.csv" });
    const body = workFor(LABEL.id, { proofs: [intentId] });
    await handIn("moha", body);
    const params = { ...of(body.id).params, hash: proof.hash };
    const whole = await readWhole(at.trainer, params);
    expect(whole).toMatchObject({ type: "text/csv", stretches: 2 });
    expect(whole.bytes.length).toBe(proof.bytes);
    expect((await readWhole(learner, params)).bytes.equals(whole.bytes)).toBe(true);
    const other = await phoneOf("rqia");
    expect(await other.refused("readProof", { params, query: {} })).toBe("not_found");
    const astray = { ...params, hash: "0".repeat(64) };
    expect(await learner.refused("readProof", { params: astray, query: {} })).toBe("not_found");
    expect(await learner.refused("readProof", { params, query: { from: proof.bytes } })).toBe("not_found"); // prettier-ignore
  });

  it("is what its bytes say: what acts by itself is refused, and so is a posting for another's learner", async () => {
    const learner = await phoneOf("moha");
    const active = somePdf("Prix", "<< /Type /Action /S /JavaScript /JS (app.alert(1)) >>");
    await expect(proofBy(house, learner, { type: "application/pdf", bytes: active })).rejects.toThrow("media.active"); // prettier-ignore
    const body = { ...wish(), learnerId: hers("rqia"), type: "image/png" as const, bytes: 9 };
    expect(await learner.refused("grantProof", { body })).toBe("not_found");
  });
});

it("work for a version that she was on counts after she was moved, by the rubric of that version", async () => {
  const params = { courseId: at.courseId };
  const { assignments } = await at.trainer.do("readAssignments", { params });
  const { assignment, mark: seen } = found(assignments[0]);
  const [price, ...rest] = assignment.criteria;
  const criteria = [{ ...found(price), leastLevel: undefined }, ...rest];
  const easier = { ...assignment, leastPercent: 20, criteria };
  await putAssignment(at.trainer, at.courseId, easier, { seen });
  await at.trainer.do("composeDraft", { params, body: wish() });
  const { version } = await at.trainer.do("publishCourse", { params, body: { ...wish(), note: "Plus facile." } }); // prettier-ignore
  const group = { cohortId: at.cohortId, version: found(version) };
  await at.trainer.do("moveLearners", { params, body: { ...wish(), ...group } });
  const body = workFor(LABEL.id, { version: 1, text: "Écrit avant." });
  await handIn("hadda", body);
  expect((await read(body.id)).submission.version).toBe(1);
  // Enough for version 2, and not for the one that she had before her.
  const { submission } = await mark(body.id, markOf(0, 1));
  expect(submission.outcome).toMatchObject({ percent: 25, passed: false });
  expect(await standing("hadda")).toMatchObject({ state: "not_passed", submissionId: body.id });
});

it("of a crowd that hands in at one moment, each from two phones and one of them once more, everything is kept once", async () => {
  const CROWD = 120;
  const { deps } = house.server;
  const { value } = found(await deps.store.enrolments.byCourse(hers("zahra"), at.courseId));
  const { handed: _, ...fresh } = value;
  const cohortId = await groupLedBy(house, at.courseId);
  const crowd = Array.from({ length: CROWD }, newLearnerId);
  for (const learnerId of crowd)
    await deps.store.commit([
      deps.store.enrolments.put({ ...fresh, learnerId, cohortId }, "absent"),
    ]);
  const sent = crowd.flatMap((learnerId) => {
    const [first, second] = [workFor(LABEL.id), workFor(LABEL.id)];
    return [first, second, first].map((body) => ({ learnerId, body }));
  });
  await Promise.all(
    sent.map(({ learnerId, body }) =>
      submitWork(deps, learningAs(learnerId), { courseId: at.courseId, body: body as never }),
    ),
  );
  const waiting = new Map<string, number>();
  let after: string | undefined;
  do {
    const query = after ? { after } : {};
    const page = await at.trainer.do("listSubmissions", { params: { cohortId }, query });
    for (const { learnerId = "" } of page.submissions)
      waiting.set(learnerId, (waiting.get(learnerId) ?? 0) + 1);
    after = page.next;
  } while (after);
  expect([waiting.size, new Set(waiting.values())]).toEqual([CROWD, new Set([1])]);
  const kept = await Promise.all(crowd.map((learnerId) => deps.store.submissions.ofLearner(learnerId))); // prettier-ignore
  const states = kept.map((all) => all.map((one) => `${one.value.number} ${one.value.state}`).sort()); // prettier-ignore
  expect(new Set(states.map(String))).toEqual(new Set(["1 replaced,2 waiting"]));
});
