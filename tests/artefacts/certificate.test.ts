import { createPublicKey, verify } from "node:crypto";
import { LearnerId, Manifest, type PublicEntry } from "@twiza/contract";
import { staff } from "@twiza/content";
import { appendToLog } from "@twiza/core";
import { verifyJwt } from "@twiza/credential/jwt";
import type { Access } from "@twiza/functions/manifest";
import { manifests } from "@twiza/functions/manifests";
import { checkLogProof, formHash, parseVerifier, type Verify } from "@twiza/log";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { claims } from "../house/offline.ts";
import { hasJava, LEFT_OUT } from "../storage/dynamodb-local.ts";
import type { Browser } from "./browser.ts";
import type { StoreCall } from "./meter.ts";
import { deliver, type StreamRecord } from "./stream.ts";
import { finished, lessonsOf, rightAnswers, signIn } from "./walk.ts";
import { openWorld, type World } from "./world.ts";

if (!hasJava) console.warn(LEFT_OUT);

describe.runIf(hasJava)("sign-in to certificate passes on the built artefacts:", () => {
  let world: World;
  let learner: Browser;
  let administrator: Browser;
  let learnerId: LearnerId;
  let course: PublicEntry;
  let manifest: Manifest;
  let records: readonly StreamRecord[];
  let certificateId: string;

  /** What one act asks of DynamoDB. */
  const callsOf = async (act: () => Promise<unknown>): Promise<readonly StoreCall[]> => {
    const before = world.meter.calls.length;
    await act();
    return world.meter.calls.slice(before);
  };
  const at = () => ({ courseId: course.courseId });
  const verifyPage = () => learner.visit(`/verify/${certificateId}?lang=en`);

  beforeAll(async () => {
    world = await openWorld();
    [learner, administrator] = [world.browser(), world.browser()];
  });
  afterAll(() => world.stop());

  test("a new person proves her e-mail to the issuer and comes back with a session of this host alone", async () => {
    const arrived = await signIn(world, learner, "tiziri@example.org");
    expect(arrived.url.href).toBe("https://twiza.example/learn");
    // The second is a mark that pages may read: it opens nothing.
    expect(learner.cookies()).toEqual(["__Host-twiza", "twiza-here"]);
    const me = await learner.do("readMe", {});
    expect(me).toMatchObject({ account: { contact: "tiziri@example.org" }, learners: [] });
  });

  test("she becomes a learner, finds the course with an open cohort and enrols", async () => {
    const body = { intentId: newIntent(), name: "Tiziri Ouaziz" };
    learnerId = LearnerId.parse((await learner.do("createLearner", { body })).learnerId);
    const { courses } = await learner.do("listCatalogue", {});
    for (const { courseId } of courses) {
      const outline = await learner.do("readOutline", { params: { courseId } });
      const [cohort] = outline.cohorts;
      if (!cohort) continue;
      course = outline.course;
      const wish = { intentId: newIntent(), courseId, cohortId: cohort.id };
      const enrolment = await learner.do("enrol", { body: wish });
      expect(enrolment).toMatchObject({
        manifest: course.manifest,
        completion: { state: "under_way" },
      });
    }
    expect(course).toBeDefined();
  });

  test("her phone reads the course's blobs, and never the quiz with its keys", async () => {
    const blob = await learner.step(`/content/${course.manifest}`);
    manifest = Manifest.parse(await blob.json());
    expect(lessonsOf(manifest)).toHaveLength(course.lessonCount);
    const { quizHash } = await rightAnswers(world, learnerId, course.courseId);
    expect((await learner.step(`/content/${quizHash}`)).status).toBe(404);
  });

  test("opening a lesson takes at most 2 read units of DynamoDB, a progress event one transaction of at most 3 items", async () => {
    const opening = await callsOf(() => learner.do("readEnrolment", { params: at() }));
    expect(opening.filter(({ items }) => items > 0)).toEqual([]);
    expect(opening).not.toEqual([]);
    expect(opening.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(2);
    const [first] = lessonsOf(manifest);
    if (!first) throw new Error("The course has no lesson.");
    const body = { sentAt: new Date().toISOString(), events: [finished(first, 0)] };
    const recording = await callsOf(() => learner.do("recordEvents", { params: at(), body }));
    const writes = recording.filter(({ items }) => items > 0);
    expect(writes.map(({ operation }) => operation)).toEqual(["TransactWriteItems"]);
    expect(writes[0]?.items).toBeLessThanOrEqual(3);
  });

  test("a test taken along is signed by the key service, once it is asked, and graded when it comes back", async () => {
    expect(world.kms.calls).toEqual([]);
    const taken = await learner.do("fetchTicket", {
      params: at(),
      body: { intentId: newIntent() },
    });
    expect(world.kms.calls).toEqual(["GetPublicKey", "Sign"]);
    const { keys } = await learner.do("readKeys", {});
    const [header = "", payload = "", signature = ""] = taken.ticket.split(".");
    const key = createPublicKey({ key: { ...keys[0] }, format: "jwk" });
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify(null, signed, key, Buffer.from(signature, "base64url"))).toBe(true);
    const params = { ...at(), attemptId: taken.attemptId };
    const handIn = (ticket: string) => ({
      params,
      body: { intentId: newIntent(), answers: [], offline: { ...claims, ticket } },
    });
    const forged = `${header}.${payload}.${Buffer.alloc(64).toString("base64url")}`;
    expect(await learner.refused("submitAttempt", handIn(forged))).toBe("ticket.forged");
    expect(await learner.do("submitAttempt", handIn(taken.ticket))).toMatchObject({
      state: "graded",
      percent: 0,
      triesLeft: 2,
    });
    // To verify is no question to the key service: the public key was remembered. The other is the key to seal with, told beside it.
    expect(world.kms.calls).toEqual(["GetPublicKey", "Sign", "GetPublicKey"]);
  });

  test("all lessons and the right answers earn the course", async () => {
    const events = lessonsOf(manifest).map(finished);
    while (events.length > 0) {
      const body = { sentAt: new Date().toISOString(), events: events.splice(0, 25) };
      const { receipts } = await learner.do("recordEvents", { params: at(), body });
      expect(receipts.every(({ result }) => result === "ok")).toBe(true);
    }
    const begin = { intentId: newIntent() };
    const attempt = await learner.do("startAttempt", { params: at(), body: begin });
    expect(JSON.stringify(attempt)).not.toContain('"right"');
    const { answers } = await rightAnswers(world, learnerId, course.courseId);
    const result = await learner.do("submitAttempt", {
      params: { ...at(), attemptId: attempt.id },
      body: { intentId: newIntent(), answers },
    });
    expect(result).toMatchObject({ percent: 100, passed: true, completion: { state: "earned" } });
  });

  test("a poisoned record is reported and set aside, and the certificates behind it are issued", async () => {
    const { lambda, manifest: worker } = world.worker;
    records = await world.feed();
    const poisoned = poisonedFrom(records);
    const { dead, calls } = await deliver(lambda, [poisoned, ...records], worker.stream);
    expect(dead).toEqual([poisoned]);
    expect(calls).toBeGreaterThan(worker.stream.retries);
    expect(lambda.log()).toContain('"record failed"');
    const { certificates } = await learner.do("listWallet", {});
    expect(certificates).toMatchObject([
      {
        state: "valid",
        learnerName: "Tiziri Ouaziz",
        quizPercent: 100,
        courseTitle: manifest.title,
      },
    ]);
    certificateId = certificates[0]?.id ?? "";
  });

  test("her sittings are counted from the same feed, once however often it is delivered", async () => {
    const { lambda, manifest: worker } = world.counter;
    const counted = () => lambda.log().split('"sitting counted"').length - 1;
    expect((await deliver(lambda, records, worker.stream)).dead).toEqual([]);
    const once = counted();
    expect(once).toBeGreaterThan(0);
    expect((await deliver(lambda, records, worker.stream)).dead).toEqual([]);
    expect(counted()).toBe(once);
  });

  test("what is appended to the log is public once its keeper has heard of it, signed by a key of its own, and proven by one request", async () => {
    const { lambda, manifest: keeper } = world.keeper;
    const forms = [formHash("jwt"), formHash("proof"), formHash("code")] as const;
    const entry = { act: "issued" as const, forms, kid: formHash("key") };
    const wish = { certificateId: world.deps.newId("certificate"), number: 0, entry };
    await appendToLog(world.deps, [wish]);
    const moves = await world.feed(world.keeper);
    expect((await deliver(lambda, moves, keeper.stream)).dead).toEqual([]);
    expect((await deliver(lambda, moves, keeper.stream)).dead).toEqual([]);
    // The hour has come, and nothing is new.
    expect(await lambda.invoke({ source: "aws.events" })).toEqual({ batchItemFailures: [] });
    const keys = (await (await world.logFile("keys.json")).json()) as { log: string[] };
    const log = keys.log.flatMap((key) => parseVerifier(key) ?? []);
    const [form] = forms;
    const proof = await learner.do("readLogProof", { params: { form } });
    expect(proof.checkpoint).toBe(await (await world.logFile("checkpoint")).text());
    const trust = { log, witnesses: [] };
    const verifyNote: Verify = (point, signature, message) =>
      Promise.resolve(verify(null, message, ed25519Of(point), signature));
    const found = await checkLogProof(proof, { form, trust, verify: verifyNote });
    expect(found).toMatchObject({ state: "logged", index: 0 });
    expect(log[0]?.name).toBe("twiza.example/log");
  });

  test("her certificate is signed by a worker under a key of its own, once, and is hers to take", async () => {
    const { lambda, manifest: signer } = world.signer;
    const changes = await world.feed(world.signer);
    expect((await deliver(lambda, changes, signer.stream)).dead).toEqual([]);
    const asked = { params: { certificateId } };
    const signed = await learner.do("readSigned", asked);
    expect((await deliver(lambda, changes, signer.stream)).dead).toEqual([]);
    expect(await learner.do("readSigned", asked)).toEqual(signed);
    const { keys } = await learner.do("readIssuers", {});
    const proof = await verifyJwt(signed.jwt, () => keys);
    expect(proof).toMatchObject({ state: "proven", kid: signed.kid });
    const form = formHash(signed.jwt);
    const moves = await world.feed(world.keeper);
    expect((await deliver(world.keeper.lambda, moves, world.keeper.manifest.stream)).dead).toEqual(
      [],
    );
    expect((await learner.do("readLogProof", { params: { form } })).issued.entry).toContain(form);
  });

  test("she takes her certificate as paper and as a picture from a function that holds all that sets them", async () => {
    const asked = { params: { certificateId } };
    const paper = await learner.do("readPaper", asked);
    const pdf = Buffer.from(paper.base64, "base64");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.includes("<pdfaid:part>3</pdfaid:part>")).toBe(true);
    const picture = await learner.do("readShareImage", asked);
    expect(Buffer.from(picture.base64, "base64").subarray(1, 4).toString()).toBe("PNG");
    expect(world.http.get("documents")?.log()).not.toContain("no papers");
  });

  test("issuing to a whole group goes on by its worker until all are met", async () => {
    await signIn(world, administrator, staff.administrator.contact);
    const { cohorts } = await administrator.do("listCohorts", {});
    const [cohort] = cohorts;
    if (!cohort) throw new Error("there is no cohort");
    const body = { intentId: newIntent(), courseId: cohort.courseId, cohortId: cohort.id };
    const { id: batchId } = await administrator.do("startBatch", { body });
    const { lambda, manifest: batcher } = world.batcher;
    const readBatch = async () =>
      (await administrator.do("readBatch", { params: { batchId } })).batch;
    for (let round = 0; round < 5 && (await readBatch()).state === "running"; round += 1)
      expect((await deliver(lambda, await world.feed(world.batcher), batcher.stream)).dead).toEqual(
        [],
      );
    expect((await readBatch()).state).toBe("done");
  });

  test("the same records once more issue nothing", async () => {
    const before = await administrator.do("listCertificates", {});
    expect(before.certificates.map(({ id }) => id)).toContain(certificateId);
    const { dead } = await deliver(world.worker.lambda, records, world.worker.manifest.stream);
    expect(dead).toEqual([]);
    expect(await administrator.do("listCertificates", {})).toEqual(before);
    const serials = before.certificates.map(({ number }) => Number(number.split("-").at(-1)));
    expect(serials.toSorted((one, other) => one - other)).toEqual(serials.map((_, n) => n + 1));
  });

  test("a question that turns out to be wrong is marked anew step by step from its own feed, and her certificate stands", async () => {
    const trainer = world.browser();
    await signIn(world, trainer, staff.trainer.contact);
    const whose = { ...at(), learnerId };
    const { sittings } = await administrator.do("listSittings", { params: whose });
    const params = { ...whose, attemptId: sittings[0]?.id ?? "" };
    const { items } = await administrator.do("readSitting", { params });
    const ofItem = { ...at(), itemId: items[0]?.itemId ?? "" };
    const { forms, last } = await trainer.do("readCorrectable", { params: ofItem });
    const change = { kind: "void" as const };
    const wish = { intentId: newIntent(), print: forms[0]?.print ?? "", change, last };
    const body = { ...wish, reason: "Two answers are right." };
    await trainer.do("correctItem", { params: ofItem, body });
    const { lambda, manifest: worker } = world.regrader;
    const seen = new Set<string>();
    /** What it is called for: rows of regrades that it has not seen. */
    const fresh = async () => {
      const all = await world.feed(world.regrader);
      const isOwn = ({ dynamodb: { NewImage } }: StreamRecord): boolean =>
        JSON.stringify(NewImage?.["entity"]) === JSON.stringify({ S: "regrade" });
      return all.filter((record) => isOwn(record) && !seen.has(record.eventID));
    };
    for (let steps = await fresh(); steps.length > 0; steps = await fresh()) {
      expect((await deliver(lambda, steps, worker.stream)).dead).toEqual([]);
      for (const { eventID } of steps) seen.add(eventID);
    }
    const { regrades } = await trainer.do("listRegrades", { params: at() });
    expect(regrades).toMatchObject([{ state: "done", number: 1 }]);
    expect(regrades[0]?.figures.sittings).toBeGreaterThan(0);
    const told = await administrator.do("readSitting", { params });
    // Her first try, without any answer, has that question right by now.
    const { percent: from = 0 } = sittings[0] ?? {};
    expect(told.sitting).toMatchObject({ corrections: 1, corrected: { from } });
    expect(told.sitting.percent).toBeGreaterThan(from);
    expect(told.items[0]).toMatchObject({ void: true, given: { right: true } });
    const { certificates } = await learner.do("listWallet", {});
    expect(certificates).toMatchObject([{ id: certificateId, state: "valid", quizPercent: 100 }]);
  });

  test("anybody reads that it is valid, until one proposes to revoke it and another approves", async () => {
    const valid = await verifyPage();
    expect(valid.status).toBe(200);
    expect(valid.headers.get("content-type")).toMatch(/^text\/html/);
    expect(valid.text).toContain("This certificate is valid.");
    expect(valid.text).toContain("Tiziri Ouaziz");
    const params = { certificateId };
    const wanted = { intentId: newIntent(), act: "revoke" as const, reason: "error" as const };
    expect(await learner.refused("proposeAct", { params, body: wanted })).toBe("role.missing");
    const trainer = world.browser();
    await signIn(world, trainer, staff.trainer.contact);
    const { proposal } = await trainer.do("proposeAct", { params, body: wanted });
    const body = {
      intentId: newIntent(),
      decision: "approve" as const,
      seenAt: proposal?.at ?? "",
    };
    await administrator.do("decideProposal", { params, body });
    const revoked = await verifyPage();
    expect(revoked.text).toContain("This certificate was revoked and no longer counts.");
    expect(revoked.text).not.toContain("This certificate is valid.");
    const unknown = await learner.visit(`/verify/crt_${"0".repeat(32)}?lang=en`);
    expect([unknown.status, unknown.text]).toEqual([404, expect.stringContaining("do not know")]);
  });

  test("a trainer's edit is kept as a blob, checked by its sum", async () => {
    const trainer = world.browser();
    await signIn(world, trainer, staff.trainer.contact);
    const before = await trainer.do("readCourse", { params: at() });
    const { title, summary, triesAllowed } = before.draft;
    const settings = { title, summary, triesAllowed, passMarkPercent: 85 };
    const body = { intentId: newIntent(), revision: before.revision, ...settings };
    await trainer.do("editCourse", { params: at(), body });
    const after = await trainer.do("readCourse", { params: at() });
    expect(after).toMatchObject({ unpublishedChanges: true, draft: { passMarkPercent: 85 } });
  });

  test("a trainer's draft is kept packed, and composed to what can be published", async () => {
    const trainer = world.browser();
    await signIn(world, trainer, staff.trainer.contact);
    const { lessons, sourceLanguage: language } = await trainer.do("readDraft", { params: at() });
    const params = { ...at(), lessonId: lessons[0]?.id ?? "" };
    const { words } = await trainer.do("readDraftLesson", { params, query: { language } });
    const base = words[0]?.texts["title"]?.rev ?? 0;
    const texts = [{ key: "title", base, block: { kind: "title" as const, text: "Peser juste" } }];
    const body = { intentId: newIntent(), language, commands: [], texts };
    await trainer.do("saveDraftLesson", { params, body });
    const again = await trainer.do("readDraftLesson", { params, query: { language } });
    expect(again.lesson.title[language]).toBe("Peser juste");
    expect(Object.keys(again.words[0]?.texts ?? {})).toEqual(Object.keys(words[0]?.texts ?? {}));
    const wish = { intentId: newIntent() };
    const { composedAt } = await trainer.do("composeDraft", { params: at(), body: wish });
    expect(composedAt).toBeDefined();
    const { draft, difference } = await trainer.do("readCourse", { params: at() });
    expect(difference).toMatchObject({ lessonsChanged: 1, lessonsRemoved: 0 });
    expect(lessonsOf(draft)).toHaveLength(lessons.length);
  });

  test("of her work nobody has seen anything yet, and she has handed in none", async () => {
    const query = { learnerId };
    const seen = await learner.do("listOwnObservations", { params: at(), query });
    const handed = await learner.do("listOwnSubmissions", { params: at(), query });
    expect([seen, handed]).toEqual([{ observations: [] }, { submissions: [] }]);
  });

  test("signing out ends the session at once, also for who kept the cookie", async () => {
    const headers = { "sec-fetch-site": "same-origin" };
    const replay = {
      headers: { ...headers, cookie: `__Host-twiza=${learner.cookie("__Host-twiza")}` },
    };
    const thief = world.browser();
    expect((await thief.step("/api/me", replay)).status).toBe(200);
    await learner.visit("/auth/sign-out", { method: "POST", headers });
    expect(learner.cookies()).toEqual([]);
    expect(await learner.refused("readMe", {})).toBe("session.required");
    expect((await thief.step("/api/me", replay)).status).toBe(401);
  });

  test("a trainer's library is her organisation's, and empty before anything was brought", async () => {
    const trainer = world.browser();
    await signIn(world, trainer, staff.trainer.contact);
    expect(await trainer.do("listMedia", {})).toEqual({ items: [] });
  });

  test("and its bank is searched by what it holds", async () => {
    const { lines, all } = await administrator.do("listBank", { query: { kind: "number" } });
    expect(all).toBeGreaterThan(lines.length);
    expect(new Set(lines.map(({ question }) => question))).toEqual(new Set(["number"]));
  });

  test("who is reminded of an end is found once a day, though nothing may be sent from here", async () => {
    await world.reminding.invoke({});
    expect(world.reminding.log()).toContain("reminders collected");
  });

  test("she erases herself: step by step from its own feed nothing is left of her but a number", async () => {
    await signIn(world, learner, "tiziri@example.org");
    const params = { learnerId };
    const body = { intentId: newIntent(), revokes: false };
    expect(await learner.do("eraseLearner", { params, body })).toMatchObject({ isWhole: true });
    const { lambda, manifest: eraser } = world.eraser;
    const isDone = () => lambda.log().includes('"state":"done"');
    for (let step = 0; step < 60 && !isDone(); step += 1)
      expect((await deliver(lambda, await world.feed(world.eraser), eraser.stream)).dead).toEqual(
        [],
      );
    expect(isDone()).toBe(true);
    const { text } = await verifyPage();
    expect(text).toContain("had this certificate erased");
    expect(text).not.toContain("Tiziri");
    const enrolled = await world.deps.store.enrolments.ofLearner(learnerId, undefined);
    expect(enrolled.values).toEqual([]);
  });

  test("no function did to a table what its manifest does not grant", () => {
    const did = world.meter.calls.flatMap(({ function: name, operation, access }) =>
      access.map(({ table, how }) => ({ name, operation, table, how })),
    );
    expect(new Set(did.map(({ name }) => name))).toEqual(
      new Set(manifests.map(({ name }) => name)),
    );
    const beyond = did.filter(({ name, operation, table, how }) => {
      const grants: Readonly<Partial<Record<string, Access>>> =
        manifests.find((it) => it.name === name)?.tables ?? {};
      const granted = Object.entries(grants).find(([own]) => world.tableName(own) === table)?.[1];
      const isAllowed = granted === "read-write" || granted === how;
      return !isAllowed || !GRANTED_OPERATIONS.has(operation);
    });
    expect(beyond).toEqual([]);
  });

  test("and no log line holds a contact, a name or a cookie", () => {
    for (const lambda of [...world.http.values(), world.worker.lambda, world.counter.lambda])
      expect(lambda.log()).not.toMatch(/example\.org|Tiziri|__Host-/);
  });
});

/** What infra lets functions ask of a table; a scan or an update in place is not among it. */
const GRANTED_OPERATIONS = new Set(
  "GetItem BatchGetItem Query PutItem DeleteItem TransactWriteItems".split(" "),
);

/** An enrolment of this stream, written in a format that nobody knows. */
function poisonedFrom(records: readonly StreamRecord[]): StreamRecord {
  const record = records.find(({ dynamodb }) => isEnrolment(dynamodb.NewImage));
  if (!record) throw new Error("The stream holds no enrolment.");
  const NewImage = { ...record.dynamodb.NewImage, format: { N: "99" } };
  const dynamodb = { ...record.dynamodb, SequenceNumber: "000000000000000000001", NewImage };
  return { ...record, eventID: "poisoned", dynamodb };
}

const isEnrolment = (image: StreamRecord["dynamodb"]["NewImage"]) =>
  JSON.stringify(image?.["entity"]) === '{"S":"enrolment"}';

const ed25519Of = (point: Uint8Array) =>
  createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(point).toString("base64url") },
    format: "jwk",
  });
