import { createHash } from "node:crypto";
import { learners } from "@twiza/content";
import { found } from "@twiza/core";
import { keyOf, keysIn } from "@twiza/credential/did";
import { signedDocument } from "@twiza/credential/document";
import { verifyProof } from "@twiza/credential/integrity";
import { verifyJwt } from "@twiza/credential/jwt";
import { statusOf } from "@twiza/credential/status-list";
import { formHash } from "@twiza/log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse } from "../house/house.ts";
import { ADMIN, TRAINER } from "../house/landmarks.ts";
import { ISSUES_AT } from "../house/seeded.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A certificate of hers, and all by which anybody checks it without us. */
async function hers() {
  const learner = await house.as(learners.certified.contact);
  const [certificate] = (await learner.do("listWallet", {})).certificates;
  if (!certificate) throw new Error("she has none");
  const params = { certificateId: certificate.id };
  const signed = await learner.do("readSigned", { params });
  return { learner, certificate, params, signed };
}

async function documentAt(did: string): Promise<unknown> {
  const path = did.split(":").slice(3).join("/");
  const response = await house.anyone.fetch(`/${path}/did.json`);
  expect(response.headers.get("content-type")).toBe("application/did+json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  return response.json();
}

async function keysFor(token: string) {
  const [head = ""] = token.split(".");
  const { kid } = JSON.parse(Buffer.from(head, "base64url").toString()) as { kid: string };
  const [did = ""] = kid.split("#");
  const document = await documentAt(did);
  expect(keyOf(document, kid)).toBeDefined();
  return (asked: string) => (asked === did ? keysIn(document, did) : undefined);
}

const listAt = async (address: string): Promise<string> => {
  const response = await house.anyone.fetch(new URL(address).pathname);
  expect(response.headers.get("content-type")).toBe("application/vc+jwt");
  return response.text();
};

describe("a certificate that a course has earned", () => {
  it("is signed by itself, in forms that anybody checks with nothing of ours but its issuer's document", async () => {
    const { certificate, signed } = await hers();
    const keysOf = await keysFor(signed.jwt);
    const proof = await verifyJwt(signed.jwt, keysOf);
    if (proof.state !== "proven") throw new Error(proof.code);
    expect(proof.kid).toBe(signed.kid);
    expect(proof.credential["id"]).toBe(`${ISSUES_AT}/verify/${certificate.id}`);
    const text = JSON.stringify(proof.credential);
    for (const claim of [certificate.learnerName, certificate.number])
      expect(text).toContain(claim);
    const document = await verifyProof(signedDocument(signed), keysOf);
    expect(document).toMatchObject({ state: "proven", kid: signed.kid, created: signed.signedAt });
    const { keys } = await house.anyone.do("readIssuers", {});
    expect(keys.map(({ kid }) => kid)).toContain(signed.kid);
  });

  it("stands in the public log in every form, and the entry tells of nobody", async () => {
    const { signed } = await hers();
    for (const text of [signed.jwt, signed.proofValue, signed.code]) {
      const form = formHash(text);
      const { issued } = await house.anyone.do("readLogProof", { params: { form } });
      expect(issued.entry).toContain(form);
      expect(issued.entry).toContain(signed.kid);
      for (const secret of [signed.salt, signed.certificateId])
        expect(issued.entry).not.toContain(secret);
    }
  });

  it("is signed once, however often the register tells of it", async () => {
    const { signed, learner, params } = await hers();
    await house.server.worker.settled();
    expect(await learner.do("readSigned", { params })).toEqual(signed);
  });

  it("is not signed under an old date: its holder reads why, and the log has nothing of it", async () => {
    const { learner, certificate } = await hers();
    const { store, newId } = house.server.deps;
    const kept = found(await store.certificates.byId(certificate.id)).value;
    const id = newId("certificate");
    const issuedAt = new Date(Date.now() - 8 * 86_400_000).toISOString();
    const slippedIn = { ...kept, id, issuedAt, acts: [{ act: "issued" as const, at: issuedAt }] };
    const year = new Date().getUTCFullYear();
    const series = found(await store.certificates.series(kept.organisationId, year));
    const [issue] = store.certificates.issue(
      { ...slippedIn, courseVersion: 99 },
      year,
      series.value.last,
      series.revision,
    );
    await store.commit(issue ? [issue] : []);
    await house.server.worker.settled();
    expect(await learner.refused("readSigned", { params: { certificateId: id } })).toBe(
      "certificate.before_signing",
    );
    expect(await store.certificates.signed(id)).toBeUndefined();
    expect(await store.log.acts(id)).toEqual([]);
  });

  it("is handed out to its holder and to who issued it, and to nobody else", async () => {
    const { params, signed } = await hers();
    expect(await (await house.as(ADMIN)).do("readSigned", { params })).toEqual(signed);
    const other = await house.as(learners.underWay.contact);
    expect(await other.refused("readSigned", { params })).toBe("not_found");
    expect(await house.anyone.refused("readSigned", { params })).toBe("session.required");
  });
});

describe("a wallet of somebody else's making", () => {
  const GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
  const ask = (path: string, init: RequestInit) =>
    house.anyone.fetch(path, { method: "POST", ...init });
  const exchange = async (code: string, pin: string) => {
    const body = new URLSearchParams({
      grant_type: GRANT,
      "pre-authorized_code": code,
      tx_code: pin,
    });
    const response = await ask("/oid4vci/token", { body });
    const answer = (await response.json()) as { access_token?: string; error?: string };
    return { status: response.status, ...answer };
  };
  const fetched = async (token: string | undefined, form: string) => {
    const response = await ask("/oid4vci/credential", {
      headers: { authorization: `Bearer ${token ?? ""}`, "content-type": "application/json" },
      body: JSON.stringify({ credential_configuration_id: form }),
    });
    return (await response.json()) as { credentials?: { credential: unknown }[]; error?: string };
  };
  async function offered(pin: string) {
    const { learner, params, signed } = await hers();
    const code = newIntent();
    const body = {
      intentId: newIntent(),
      codeHash: sha256(code),
      pinHash: sha256(`${code} ${pin}`),
    };
    await learner.do("offerCredential", { params, body });
    return { code, signed };
  }

  it("finds its way from the metadata, and fetches the certificate in both forms with code and PIN, once", async () => {
    const { code, signed } = await offered("204815");
    const told = await house.anyone.fetch("/.well-known/openid-credential-issuer");
    const metadata = (await told.json()) as {
      credential_endpoint: string;
      credential_configurations_supported: Record<string, unknown>;
    };
    expect(metadata.credential_endpoint).toBe(`${house.origin}/oid4vci/credential`);
    const { access_token: token } = await exchange(code, "204815");
    const [jwt = "", document = ""] = Object.keys(metadata.credential_configurations_supported);
    expect((await fetched(token, jwt)).credentials).toEqual([{ credential: signed.jwt }]);
    const credential = signedDocument(signed);
    expect((await fetched(token, document)).credentials).toEqual([{ credential }]);
    expect(await exchange(code, "204815")).toEqual({ status: 400, error: "invalid_grant" });
  });

  it("is refused without the PIN, and after five wrong ones even with it", async () => {
    const { code } = await offered("111111");
    const wrong = await Promise.all(
      Array.from({ length: 30 }, (_, at) => exchange(code, String(200_000 + at))),
    );
    expect(wrong.every(({ access_token: token }) => token === undefined)).toBe(true);
    expect(await exchange(code, "111111")).toEqual({ status: 400, error: "invalid_grant" });
  });

  it.each([
    ["no form at all", "/oid4vci/token", "", "invalid_request"],
    ["a form of a megabyte", "/oid4vci/token", "a".repeat(1e6), "invalid_request"],
    ["no token", "/oid4vci/credential", "{}", "invalid_token"],
  ])("that sends %s hears so in its own words", async (_, path, body, error) => {
    expect(await (await ask(path, { body })).json()).toEqual({ error });
  });

  it("gets nothing by the offer of a certificate that is not hers who offers", async () => {
    const { params } = await hers();
    const body = { intentId: newIntent(), codeHash: sha256("a"), pinHash: sha256("b") };
    for (const contact of [ADMIN, learners.underWay.contact])
      expect(await (await house.as(contact)).refused("offerCredential", { params, body })).toBe(
        "not_found",
      );
  });
});

describe("a certificate that is revoked", () => {
  it("was valid by its lists before and is revoked by them after, while its signature still holds", async () => {
    const { params, signed } = await hers();
    const keysOf = await keysFor(signed.jwt);
    const proof = await verifyJwt(signed.jwt, keysOf);
    if (proof.state !== "proven") throw new Error(proof.code);
    const status = () => statusOf(proof.credential, { listAt, keysOf, now: new Date() });
    expect((await status()).state).toBe("valid");
    // The other family of verifiers reads the same list as a document with its proof.
    const [entry] = proof.credential["credentialStatus"] as { statusListCredential: string }[];
    const { pathname } = new URL(entry?.statusListCredential ?? "");
    const asked = await house.anyone.fetch(pathname, { headers: { accept: "application/json" } });
    expect((await verifyProof(await asked.json(), keysOf)).state).toBe("proven");
    const wish = { intentId: newIntent(), act: "revoke", reason: "error" } as const;
    const { proposal } = await (await house.as(TRAINER)).do("proposeAct", { params, body: wish });
    const approval = {
      intentId: newIntent(),
      decision: "approve" as const,
      seenAt: proposal?.at ?? "",
    };
    await (await house.as(ADMIN)).do("decideProposal", { params, body: approval });
    await house.server.worker.settled();
    expect((await status()).state).toBe("revoked");
    expect((await verifyJwt(signed.jwt, keysOf)).state).toBe("proven");
    const form = formHash(signed.jwt);
    const { later } = await house.anyone.do("readLogProof", { params: { form } });
    const acts = later.map(({ entry }) => (JSON.parse(entry) as { act: string }).act);
    expect(acts).toEqual(["revoked"]);
  });

  it("has no list of a year in which none was issued, nor of a hundred thousand that nobody has", async () => {
    const { signed } = await hers();
    const { credentialStatus } = JSON.parse(
      Buffer.from(signed.jwt.split(".")[1] ?? "", "base64url").toString(),
    ) as { credentialStatus: { statusListCredential: string }[] };
    const { pathname } = new URL(credentialStatus[0]?.statusListCredential ?? "");
    const status = async (path: string) => (await house.anyone.fetch(path)).status;
    expect(await status(pathname)).toBe(200);
    expect(await status(pathname.replace(/\/0$/, "/1"))).toBe(404);
    expect(await status(pathname.replace(/\/20\d\d\//, "/2020/"))).toBe(404);
  });

  it.each([
    "/o/org_1/did.json",
    `/o/org_${"0".repeat(32)}/did.json`,
    `/o/org_${"0".repeat(32)}/status/2026/revocation/0`,
    "/o/x/status/2026/revocation/0",
    "/o/x/status/+2026/revocation/00",
  ])("is not confused with what is not there: %s", async (path) => {
    expect((await house.anyone.fetch(path)).status).toBe(404);
  });
});
