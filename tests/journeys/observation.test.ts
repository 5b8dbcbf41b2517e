import { learners as seeded, staff } from "@twiza/content";
import { type Completion, type Learner, ObservationId } from "@twiza/contract";
import { digest, found, openSession } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishLessons } from "../house/offline.ts";
import { rightAnswers } from "../house/answers.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, TRAINER } from "../house/landmarks.ts";
import {
  CHECKLISTS,
  enrolIn,
  groupOf,
  lookAt,
  type Observing,
  openObserving,
  photoBy,
  publishAgain,
  sealPins,
  SHEARING,
  WEIGHING,
} from "../house/observing.ts";
import { bring } from "../house/pictures.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let at: Observing;
const names = ["itto", "hadda", "rqia", "moha", "zahra", "aicha"].map((it) => `${it}@example.org`);
beforeAll(async () => {
  house = await openHouse();
  at = await openObserving(house, names);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const hers = (name: string) => found(at.learners.get(`${name}@example.org`));
const phoneOf = (name: string) => house.as(`${name}@example.org`);
const record = (body: ReturnType<typeof lookAt>, by: Visitor = at.trainer) =>
  by.do("recordObservation", { params: { cohortId: at.cohortId }, body });
const refused = (body: ReturnType<typeof lookAt>, by: Visitor = at.trainer) =>
  by.refused("recordObservation", { params: { cohortId: at.cohortId }, body });
const answer = (visitor: Visitor, observationId: string, disputed?: string) =>
  visitor.do("confirmObservation", {
    params: { courseId: at.courseId, observationId },
    body: { ...wish(), ...(disputed ? { disputed } : {}) },
  });
const standing = async (name: string) => {
  const { observed } = await (
    await phoneOf(name)
  ).do("readEnrolment", { params: { courseId: at.courseId }, query: {} });
  return (observed as Record<string, { state: string }> | undefined)?.[SHEARING]?.state;
};
const skillsMissing = (completion: Completion) =>
  completion.state === "earned"
    ? []
    : completion.blockers.flatMap((each) => ("checklistId" in each ? [each.code] : []));
const choosePin = (visitor: Visitor, as: "learner" | "account", pin: string) =>
  visitor.do("setPin", { body: { ...wish(), as, pin } });

describe("an observation", () => {
  it("taken without network counts when it arrives and she agrees in her app; her certificate follows from the last of all", async () => {
    const learner = await phoneOf("itto");
    await finishLessons(house, learner, at.courseId);
    const asked = { params: { courseId: at.courseId }, body: wish() };
    const { id: attemptId } = await learner.do("startAttempt", asked);
    const answers = await rightAnswers(house, at.courseId);
    await learner.do("submitAttempt", {
      params: { courseId: at.courseId, attemptId },
      body: { ...wish(), answers: [...answers] },
    });
    const body = lookAt(hers("itto"), { clean: "not_seen" });
    const { observation } = await record(body);
    expect(observation).toMatchObject({
      learnerName: "itto",
      judgement: { passed: true, met: 2, of: 3, critical: [] },
      confirmation: { state: "waiting" },
      seenAt: body.claims.at,
    });
    expect(await standing("itto")).toBe("waiting");
    const photos = [await photoBy(at.trainer, house)];
    const seen = [{ criterion: "zero", result: "met" as const }];
    const weighed = lookAt(hers("itto"), {}, { checklistId: WEIGHING, photos, seen });
    await record(weighed);
    const first = await answer(learner, weighed.id);
    expect(skillsMissing(first.completion)).toEqual(["skill.not_confirmed"]);
    const second = await answer(learner, body.id);
    expect(second.completion).toEqual({ state: "earned" });
    expect(second.observation.confirmation).toMatchObject({ state: "confirmed", by: "app" });
    await house.server.worker.settled();
    const { certificates } = await learner.do("listWallet", { query: {} });
    expect(certificates).toHaveLength(1);
  });

  it("is confirmed beside the observer by the PINs of both, sealed for nobody but the house", async () => {
    const learner = await phoneOf("hadda");
    await choosePin(at.trainer, "account", "8264");
    const prepared = async () =>
      (
        await at.trainer.do("readObserving", { params: { cohortId: at.cohortId }, query: {} })
      ).learners.find(({ learnerId }) => learnerId === hers("hadda"));
    expect((await prepared())?.hasPin).toBe(false);
    await choosePin(learner, "learner", "7392");
    expect((await prepared())?.hasPin).toBe(true);
    const body = lookAt(hers("hadda"));
    const pins = { observationId: ObservationId.parse(body.id), learner: "7392", observer: "8264" };
    const sealed = { ...body, pins: await sealPins(house, pins) };
    const reply = await record(sealed);
    expect(reply).toMatchObject({
      pins: "ok",
      observation: { confirmation: { state: "confirmed", by: "pin" } },
    });
    expect(await standing("hadda")).toBe("passed");
    const { entries } = await (await house.as(ADMIN)).do("listAudit", { query: {} });
    expect(
      entries
        .slice(0, 2)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(["observation.confirmed", "observation.recorded"]);
    for (const { note = "", subjectName } of entries)
      expect(`${subjectName} ${note}`).not.toContain("7392");
    // Whoever is enrolled later brings hers along.
    const later = await openObserving(house, ["hadda@example.org"]);
    const asked = { params: { cohortId: later.cohortId }, query: {} };
    expect(await later.trainer.do("readObserving", asked)).toMatchObject({
      learners: [{ name: "hadda", hasPin: true, self: false, observed: {} }],
      observerHasPin: true,
      checklists: [{ version: 1, checklists: [{ id: SHEARING }, { id: WEIGHING }] }],
    });
  });

  it("whose PIN is wrong, for another observation or damaged is kept, says so, and waits; the right one may still come", async () => {
    const learner = await phoneOf("rqia");
    await choosePin(learner, "learner", "5713");
    const body = lookAt(hers("rqia"));
    const withPins = async (pins: object, intentId = newIntent()) => ({
      ...{ ...body, intentId },
      pins: await sealPins(house, {
        ...{ observationId: ObservationId.parse(body.id), learner: "5713", observer: "8264" },
        ...pins,
      }),
    });
    const wrong = await withPins({ learner: "5731" });
    expect((await record(wrong)).pins).toBe("wrong");
    // The lost answer is asked for again: that is no second try, and another request under its name is none at all.
    expect((await record(wrong)).pins).toBe("wrong");
    const other = await withPins({ observationId: lookAt(hers("rqia")).id });
    expect((await record(other)).pins).toBe("unreadable");
    const right = await withPins({});
    const damaged = { ...right, ...wish(), pins: `${right.pins.slice(0, -4)}AAAA` };
    expect((await record(damaged)).pins).toBe("unreadable");
    expect(await standing("rqia")).toBe("waiting");
    expect((await record(right)).pins).toBe("ok");
    expect(await standing("rqia")).toBe("passed");
  });

  it("ten wrong PINs at once are five tries; what comes then is kept and waits, also with the right one", async () => {
    const learner = await phoneOf("moha");
    await choosePin(learner, "learner", "6408");
    const looks = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const body = lookAt(hers("moha"), { clean: n % 2 ? "met" : "not_met" });
        const pins = {
          observationId: ObservationId.parse(body.id),
          learner: `64${n}1`,
          observer: "8264",
        };
        return { ...body, pins: await sealPins(house, pins) };
      }),
    );
    // A trainer who is brought to a halt by so many at once sends again what nobody answered.
    const outcomes = await Promise.all(looks.map((look) => untilTaken(() => record(look))));
    expect(outcomes.map(({ pins }) => pins).sort()).toEqual([
      ...Array.from({ length: 5 }, () => "locked"),
      ...Array.from({ length: 5 }, () => "wrong"),
    ]);
    const last = lookAt(hers("moha"));
    const pins = { observationId: ObservationId.parse(last.id), learner: "6408", observer: "8264" };
    const reply = await record({ ...last, pins: await sealPins(house, pins) });
    expect([reply.pins, reply.observation.confirmation.state]).toEqual(["locked", "waiting"]);
    await answer(learner, last.id);
    expect(await standing("moha")).toBe("passed");
    const list = { params: { cohortId: at.cohortId, learnerId: hers("moha") } };
    expect((await at.trainer.do("listObservations", list)).observations).toHaveLength(11);
  });

  it("that she disputes keeps her words and counts for nothing; what was seen before stands again", async () => {
    const learner = await phoneOf("zahra");
    const failed = lookAt(hers("zahra"), { safe: "not_met" });
    expect((await record(failed)).observation.judgement).toMatchObject({
      passed: false,
      critical: ["safe"],
    });
    const passed = lookAt(hers("zahra"));
    await record(passed);
    expect(await standing("zahra")).toBe("waiting");
    const { completion } = await answer(learner, passed.id, "Ce n’était pas ma brebis.");
    expect(skillsMissing(completion)).toContain("skill.not_passed");
    expect(await standing("zahra")).toBe("not_passed");
    // Again the same is the same; another answer is refused; so is her look sent once more as something else.
    await answer(learner, passed.id, "Ce n’était pas ma brebis.");
    const params = { courseId: at.courseId, observationId: passed.id };
    expect(await learner.refused("confirmObservation", { params, body: wish() })).toBe(
      "observation.settled",
    );
    await record({ ...passed, ...wish() });
    expect(await standing("zahra")).toBe("not_passed");
    const list = { params: { cohortId: at.cohortId, learnerId: hers("zahra") } };
    const { observations } = await at.trainer.do("listObservations", list);
    expect(observations[0]).toMatchObject({
      id: passed.id,
      confirmation: { state: "disputed", words: "Ce n’était pas ma brebis." },
    });
    const own = await learner.do("listOwnObservations", {
      params: { courseId: at.courseId },
      query: {},
    });
    expect(own.observations).toEqual(observations);
    // Her trainer finds her among who is stuck, until somebody looks again.
    const disputes = async () => {
      const asked = { params: { cohortId: at.cohortId }, query: {} };
      const [{ learners }, book] = await Promise.all([
        at.trainer.do("readProgress", asked),
        at.trainer.do("readGradebook", asked),
      ]);
      const named = (lines: readonly { name: string; disputed?: true | undefined }[]) =>
        lines.filter((line) => line.disputed).map(({ name }) => name);
      expect(named(book.learners)).toEqual(named(learners));
      return named(learners);
    };
    expect(await disputes()).toEqual(["zahra"]);
    await record(lookAt(hers("zahra"), { safe: "not_met" }));
    expect(await disputes()).toEqual([]);
  });

  it("of forty criteria, each with a note as long as may be, is kept whole", async () => {
    const [shearing] = CHECKLISTS;
    const criteria = Array.from({ length: 40 }, (_, n) => ({ id: `c${n}`, text: { fr: `${n}` } }));
    const long = { ...found(shearing), criteria };
    const own = await openObserving(house, ["mamas@example.org"], [long]);
    const seen = criteria.map(({ id }) => ({
      ...{ criterion: id, result: "met" as const, note: "ⵓⴷⵎ".repeat(100) },
    }));
    const body = lookAt(found(own.learners.get("mamas@example.org")), {}, { seen });
    const asked = { params: { cohortId: own.cohortId }, body };
    const { observation } = await own.trainer.do("recordObservation", asked);
    expect(observation.seen).toEqual(seen);
    expect(observation.judgement).toMatchObject({ passed: true, met: 40, of: 40 });
  });

  it("of a phone whose clock is two years off is told by how long ago it was", async () => {
    const year = 365 * 86_400_000;
    const now = Date.now();
    for (const skew of [-2 * year, 2 * year]) {
      const claims = {
        at: new Date(now + skew - 3_600_000).toISOString(),
        deviceId: "wrong-clock",
      };
      const sentAt = new Date(now + skew).toISOString();
      const { observation } = await record(lookAt(hers("aicha"), {}, { claims, sentAt }));
      expect(Math.abs(Date.parse(observation.seenAt) - (now - 3_600_000))).toBeLessThan(60_000);
      expect(observation.claims).toEqual(claims);
    }
  });
});

/** Taken, however many others were first. */
async function untilTaken<T>(act: () => Promise<T>): Promise<T> {
  for (let n = 0; ; n += 1) {
    try {
      return await act();
    } catch (error) {
      if (n > 20 || !String(error).includes("busy")) throw error;
    }
  }
}

describe("nobody", () => {
  it("judges herself, nor a learner of another group, nor by a checklist that is not hers, and nothing is written", async () => {
    const admin = await house.as(ADMIN);
    const trainerLearner = await ownLearnerOf(at.trainer);
    const other = await groupOf(house, at.courseId, "Boumia");
    const elsewhere = await enrolIn(house, other.cohortId, ["tlaytmas@example.org"]);
    await enrolIn(house, at.cohortId, [TRAINER]);
    const before = await countWritten(house);
    expect(await refused(lookAt(trainerLearner))).toBe("observation.own");
    expect(await refused(lookAt(found(elsewhere.get("tlaytmas@example.org"))))).toBe(
      "observation.not_in_cohort",
    );
    expect(await refused(lookAt(`lrn_${"e".repeat(32)}`))).toBe("observation.not_in_cohort");
    expect(await refused(lookAt(hers("aicha"), { wool: "met" }))).toBe("observation.unknown");
    expect(await refused(lookAt(hers("aicha"), {}, { version: 7 }))).toBe("observation.unknown");
    const unknown = `chk_${"f".repeat(32)}`;
    expect(await refused(lookAt(hers("aicha"), {}, { checklistId: unknown }))).toBe(
      "observation.unknown",
    );
    const seen = [{ criterion: "zero", result: "met" as const }];
    const weighing = { checklistId: WEIGHING, seen };
    expect(await refused(lookAt(hers("aicha"), {}, weighing))).toBe("observation.no_photo");
    expect(await countWritten(house)).toEqual(before);
    // An administrator may, as long as it is not herself.
    const { observation } = await record(lookAt(hers("aicha")), admin);
    expect(observation.confirmation.state).toBe("waiting");
  });

  it("answers for a learner on a phone where the observer is signed in", async () => {
    const body = lookAt(hers("rqia"), { clean: "not_met" });
    await record(body);
    const { deps } = house.server;
    const learner = found(await deps.store.people.learner(hers("rqia"))).value;
    const both = await carrying(learner);
    for (const learnerId of [undefined, hers("rqia")]) {
      const asked = {
        params: { courseId: at.courseId, observationId: body.id },
        body: { ...wish(), ...(learnerId ? { learnerId } : {}) },
      };
      expect(await both.refused("confirmObservation", asked)).toBe("observation.both_roles");
    }
    await answer(await phoneOf("rqia"), body.id);
  });

  it("uses another's photo, or reads one that is not of the observation or not for her", async () => {
    const admin = await house.as(ADMIN);
    const photo = await photoBy(admin, house);
    const seen = [{ criterion: "zero", result: "met" as const }];
    const of = { checklistId: WEIGHING, seen };
    expect(await refused(lookAt(hers("aicha"), {}, { ...of, photos: [photo] }))).toBe(
      "upload.missing",
    );
    const mine = await photoBy(at.trainer, house);
    const body = lookAt(hers("aicha"), {}, { ...of, photos: [mine] });
    // An intent that was no photo is none.
    expect(await refused({ ...body, ...wish(), photos: [lookAt("").intentId] })).toBe(
      "upload.missing",
    );
    const { observation } = await record(body);
    const params = {
      ...{ learnerId: hers("aicha"), observationId: body.id },
      hash: found(observation.photos[0]).hash,
    };
    const learner = await phoneOf("aicha");
    const { base64 } = await learner.do("readPhoto", { params });
    expect(Buffer.from(base64, "base64").subarray(8, 12).toString()).toBe("WEBP");
    await at.trainer.do("readPhoto", { params });
    expect((await house.anyone.fetch(`/content/${params.hash}`)).status).toBe(404);
    for (const stranger of [await phoneOf("rqia"), await house.as(seeded.underWay.contact)])
      expect(await stranger.refused("readPhoto", { params })).toBe("not_found");
    // Its hash names the keys of the test among the same private blobs.
    const { deps } = house.server;
    const { entry } = found(await deps.store.courses.outline(at.courseId));
    const { quiz } = entry.value.content;
    expect(await deps.privateBlobs.get(quiz)).toBeDefined();
    const keys = { params: { ...params, hash: quiz } };
    expect(await learner.refused("readPhoto", keys)).toBe("not_found");
    const { intentId } = wish();
    const bytes = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
    await bring(at.trainer, { house, intentId, type: "image/png", bytes });
    expect(await at.trainer.refused("takePhoto", { body: { intentId } })).toBe("media.unreadable");
  });

  it("sends something else under the id of a look that is kept", async () => {
    const body = lookAt(hers("aicha"), { safe: "not_met" });
    await record(body);
    expect(await refused({ ...lookAt(hers("aicha")), id: body.id })).toBe("intent.reused");
    const { observation } = await record({ ...body, ...wish() });
    expect(observation.judgement.passed).toBe(false);
  });

  it("of another group's trainers is heard, though she taught it when she looked; what was kept before stays", async () => {
    const second = await house.as(staff.secondTrainer.contact);
    const before = await countWritten(house);
    expect(await refused(lookAt(hers("aicha")), second)).toBe("not_found");
    const list = { params: { cohortId: at.cohortId, learnerId: hers("aicha") } };
    expect(await second.refused("listObservations", list)).toBe("not_found");
    const asked = { params: { cohortId: at.cohortId }, query: {} };
    expect(await second.refused("readObserving", asked)).toBe("not_found");
    expect(await countWritten(house)).toEqual(before);
  });

  it("chooses a PIN that everybody tries first", async () => {
    const visitor = await phoneOf("aicha");
    for (const pin of ["1234", "0000", "1987"])
      expect(await visitor.refused("setPin", { body: { ...wish(), as: "learner", pin } })).toBe(
        "pin.simple",
      );
  });
});

it("a look by the checklist of a version that she was on counts after she was moved", async () => {
  const own = await openObserving(house, ["touda@example.org"]);
  const [shearing] = CHECKLISTS;
  const harder = [{ ...found(shearing), leastPercent: 100 }];
  const version = await publishAgain(house, own, harder);
  const learnerId = found(own.learners.get("touda@example.org"));
  const params = { courseId: own.courseId };
  await own.trainer.do("moveLearners", {
    params,
    body: { ...wish(), version, cohortId: own.cohortId },
  });
  const before = lookAt(learnerId, { clean: "not_met" });
  const asked = { params: { cohortId: own.cohortId } };
  const former = await own.trainer.do("recordObservation", { ...asked, body: before });
  expect(former.observation.judgement.passed).toBe(true);
  const now = lookAt(learnerId, { clean: "not_met" }, { version });
  const latter = await own.trainer.do("recordObservation", { ...asked, body: now });
  expect(latter.observation.judgement.passed).toBe(false);
});

/** The trainer's own learning profile, made where there is none. */
async function ownLearnerOf(trainer: Visitor): Promise<string> {
  const { learners } = await trainer.do("readMe", {});
  return (
    learners[0]?.id ??
    (await trainer.do("createLearner", { body: { ...wish(), name: "Rachid" } })).learnerId
  );
}

/** The trainer's phone, on which the learner came in as well. */
async function carrying({ id: learnerId, accountId }: Learner): Promise<Visitor> {
  const { deps } = house.server;
  const account = found(await deps.store.people.byContact(TRAINER));
  const { cookie } = await openSession(deps, { accountId: account, device: "both" });
  const { value, revision } = found(await deps.store.sessions.bySecretHash(await digest(cookie)));
  const provenAt = deps.clock.now().toISOString();
  const profiles = [{ learnerId, accountId, provenAt }];
  await deps.store.commit([deps.store.sessions.put({ ...value, profiles, learnerId }, revision)]);
  return house.withCookie(cookie);
}
