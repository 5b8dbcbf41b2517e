import { learners } from "@twiza/content";
import { found, goOnErasing } from "@twiza/core";
import { bakePng } from "@twiza/credential/bake";
import { paperAddress } from "@twiza/credential/paper-code";
import { signedDocument } from "@twiza/credential/document";
import { type Engine, openStore } from "@twiza/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checked,
  type Everything,
  privateBlobs,
  tracesOf,
  withEverything,
} from "../house/erased.ts";
import { type House, newIntent, openHouse } from "../house/house.ts";
import { ADMIN, TRAINER } from "../house/landmarks.ts";
import { somePng } from "../house/pictures.ts";
import { ISSUES_AT } from "../house/seeded.ts";

const wish = () => ({ intentId: newIntent() });

/** Dies at a write: before it, or as soon as it is done. */
class Killed extends Error {}
function mortal(engine: Engine) {
  let left = Infinity;
  let isAfter = false;
  const living =
    <A extends unknown[], R>(write: (...asked: A) => Promise<R>) =>
    async (...asked: A): Promise<R> => {
      left -= 1;
      if (left < 0 || (left === 0 && !isAfter)) throw new Killed();
      const outcome = await write(...asked);
      if (left === 0) throw new Killed();
      return outcome;
    };
  const wrapped: Engine = {
    ...engine,
    transact: living(engine.transact.bind(engine)),
    delete: living(engine.delete.bind(engine)),
    put: living(engine.put.bind(engine)),
  };
  return {
    engine: wrapped,
    dieAt: (write: number, how: "before" | "after") => {
      left = write;
      isAfter = how === "after";
    },
  };
}

/** Erases to the end, killed at each write in turn, now before it and now after. @returns how often it was killed */
async function killedEverywhere(house: House, { learnerId }: Everything): Promise<number> {
  const { deps, engine, blobBin } = house.server;
  const { engine: dying, dieAt } = mortal(engine);
  const mortalDeps = { ...deps, store: openStore(dying) };
  let deaths = 0;
  for (let turn = 0; turn < 2000; turn++) {
    const [it] = await deps.store.erasures.ofLearner(learnerId);
    if (found(it).state === "done") return deaths;
    const kept = found(await deps.store.erasures.byId(learnerId, found(it).id));
    // Of two turns one gets a write further.
    dieAt(turn % 2 === 0 ? 1 : 2, turn % 4 < 2 ? "after" : "before");
    try {
      await goOnErasing(mortalDeps, blobBin, kept);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      deaths += 1;
    }
  }
  throw new Error("it comes to no end");
}

/** Every form in which she keeps her certificate. */
function formsOf({ signed, paper }: Everything) {
  return {
    jwt: signed.jwt,
    document: JSON.stringify(signedDocument(signed)),
    pdf: new Uint8Array(paper),
    picture: bakePng(somePng(), signed.jwt),
    code: paperAddress(ISSUES_AT, signed.certificateId, signed.code),
  };
}

describe("a learner who erases herself", () => {
  const WORD = "qanaria";
  let house: House;
  let her: Everything;
  let blobs: ReadonlySet<string>;
  beforeAll(async () => {
    house = await openHouse();
    her = await withEverything(house, WORD);
    blobs = privateBlobs(house);
  }, 120_000);
  afterAll(() => house.close());

  it("is told before what goes and what stays, and must have proven that it is she a moment ago", async () => {
    const params = { learnerId: her.learnerId };
    expect(tracesOf(house, WORD).length).toBeGreaterThan(20);
    for (const hash of [...her.blobs.alone, her.blobs.shared]) expect(blobs).toContain(hash);
    expect(await her.learner.do("readErasable", { params })).toEqual({
      ...{ name: her.name, proof: "given", courses: 2, certificates: 1 },
      ...{ isWhole: true, roles: [] },
    });
    const other = await house.as(learners.underWay.contact);
    expect(await other.refused("readErasable", { params })).toBe("not_found");
    const body = { ...wish(), revokes: false };
    expect(await other.refused("eraseLearner", { params, body })).toBe("not_found");
    expect(await house.anyone.refused("eraseLearner", { params, body })).toBe("session.required");
  });

  it("is gone at once, and her sessions with her; a repeat finds nobody", async () => {
    await house.server.worker.stop();
    const elsewhere = await house.as(her.contact);
    const params = { learnerId: her.learnerId };
    const body = { ...wish(), revokes: false };
    expect(await her.learner.do("eraseLearner", { params, body })).toEqual({
      ...{ erased: true, isWhole: true },
    });
    for (const visitor of [her.learner, elsewhere])
      expect(await visitor.refused("readMe", {})).toBe("session.required");
    expect(await her.learner.refused("eraseLearner", { params, body })).toBe("session.required");
    expect(await (await house.as(ADMIN)).refused("readErasable", { params })).toBe("not_found");
    expect(await house.anyone.do("readErased", { params })).toHaveProperty("at");
  });

  it("is erased to the end however often the worker is killed, at whatever write", async () => {
    expect(await killedEverywhere(house, her)).toBeGreaterThan(60);
    const [it] = await house.server.deps.store.erasures.ofLearner(her.learnerId);
    expect(it).toMatchObject({ state: "done", account: true });
    expect(it).not.toHaveProperty("work");
  });

  it("leaves no trace in any row, any file or any line, but for what expires within a day", async () => {
    await house.server.worker.settled();
    await house.server.upkeep.once();
    const traces = tracesOf(house, WORD).filter((trace) => !trace.includes("entry-ticket"));
    expect(traces).toEqual([]);
    // Her id is left on the list of who was erased, and in addresses that the process wrote down: it leads nowhere.
    const ids = tracesOf(house, her.learnerId.slice(4)).filter(
      (trace) => !/entry-ticket|ERASURES|"event":"request"/.test(trace),
    );
    expect(ids).toEqual([]);
    const left = privateBlobs(house);
    for (const hash of her.blobs.alone) expect(left).not.toContain(hash);
    expect(left).toContain(her.blobs.shared);
  });

  it("leaves a husk: its number, its state and its place in the lists, and the page says why it names nobody", async () => {
    const { id, number } = her.certificate;
    const told = await house.anyone.do("verifyCertificate", { params: { certificateId: id } });
    const erasedAt: unknown = expect.any(String);
    expect(told).toMatchObject({ number, state: "valid", learnerName: "—", erasedAt });
    const page = await (await house.anyone.fetch(`/verify/${id}?lang=en`)).text();
    expect(page).toContain(number);
    expect(page).toContain("had this certificate erased");
    const admin = await house.as(ADMIN);
    const { certificates } = await admin.do("listCertificates", { query: { search: number } });
    expect(certificates.map(({ learnerName }) => learnerName)).toEqual(["—"]);
    for (const name of ["readPaper", "readShareImage"] as const)
      expect(await admin.refused(name, { params: { certificateId: id }, query: {} })).toBe("certificate.erased"); // prettier-ignore
    const act = { params: { certificateId: id }, body: { ...wish(), act: "revoke", reason: "error" } }; // prettier-ignore
    expect(await admin.refused("proposeAct", act as never)).toBe("certificate.erased");
    expect(await admin.refused("readSigned", { params: { certificateId: id } })).toBe("certificate.erased"); // prettier-ignore
  });

  it("keeps what she keeps checked in every form, and every step passes", async () => {
    for (const [form, kept] of Object.entries(formsOf(her))) {
      const { verdict, steps } = await checked(house, kept);
      expect([form, verdict, steps.filter(({ state }) => state === "failed")]).toEqual([form, "valid", []]); // prettier-ignore
    }
  });

  it("may come back as somebody new, by the same contact", async () => {
    const admin = await house.as(ADMIN);
    const [cohortId = ""] = her.cohorts;
    const people = [{ name: "Somebody new", contact: her.contact }];
    const asked = { params: { cohortId }, body: { ...wish(), people } };
    const [one] = (await admin.do("enrolPeople", asked)).people;
    expect(one).toMatchObject({ result: "enrolled" });
    expect(one).not.toMatchObject({ learnerId: her.learnerId });
    const visitor = await house.as(her.contact);
    expect((await visitor.do("listWallet", { query: {} })).certificates).toEqual([]);
  });
});

describe("an administrator, at a person's request", () => {
  const WORD = "qantara";
  let house: House;
  let her: Everything;
  beforeAll(async () => {
    house = await openHouse();
    her = await withEverything(house, WORD);
  }, 120_000);
  afterAll(() => house.close());

  it("writes her name, and is nobody of another organisation, nor a trainer", async () => {
    const params = { learnerId: her.learnerId };
    const admin = await house.as(ADMIN);
    const body = { ...wish(), revokes: true, name: "Qantara Ait Baha" };
    expect(await admin.refused("eraseLearner", { params, body })).toBe("erasure.name");
    const trainer = await house.as(TRAINER);
    expect(await trainer.refused("eraseLearner", { params, body })).toBe("not_found");
    const elsewhere = await house.as(ADMIN);
    const founded = { ...wish(), name: { fr: "Union des oasis" }, kind: "union" as const };
    const { id: organisationId } = await elsewhere.do("createOrganisation", { body: founded });
    await elsewhere.do("chooseOrganisation", { body: { organisationId } });
    const named = { ...body, name: her.name };
    expect(await elsewhere.refused("readErasable", { params })).toBe("not_found");
    expect(await elsewhere.refused("eraseLearner", { params, body: named })).toBe("not_found");
  });

  it("may have her certificates revoked as well: what is kept says so, and the log too", async () => {
    const admin = await house.as(ADMIN);
    const params = { learnerId: her.learnerId };
    const reason = `${her.name} asked by letter`;
    const body = { ...wish(), revokes: true, name: ` ${her.name} `, reason };
    const once = await admin.do("eraseLearner", { params, body });
    expect(await admin.do("eraseLearner", { params, body })).toEqual(once);
    await house.server.worker.settled();
    await house.server.worker.settled();
    await house.server.upkeep.once();
    const traces = tracesOf(house, WORD).filter((trace) => !trace.includes("entry-ticket"));
    expect(traces).toEqual([]);
    for (const kept of Object.values(formsOf(her))) {
      const { verdict, steps } = await checked(house, kept);
      expect(verdict).toBe("revoked");
      expect(steps.find(({ step }) => step === "log")?.finding).toBe("log.revoked");
    }
    const { entries } = await admin.do("listAudit", { query: { action: "learner.erased" } });
    expect(entries[0]).toMatchObject({ subjectName: "—", note: "— asked by letter" });
  });
});
