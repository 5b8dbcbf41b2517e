import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify as prove,
} from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWitnessRequest, witnessRequestText } from "./ask-witness.ts";
import { toBase64, utf8 } from "./bytes.ts";
import { checkpointBody, parseCheckpoint } from "./checkpoint.ts";
import { sha256 } from "./hash.ts";
import { readCheckpoint } from "./log-proof.ts";
import {
  keyId,
  parseNote,
  parseVerifier,
  signatureLine,
  type Verifier,
  verifierText,
} from "./note.ts";
import { cosignature, cosignedMessage, provenBy, type Verify } from "./proven.ts";

const spki = (point: Uint8Array) =>
  createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(point).toString("base64url") },
    format: "jwk",
  });
const verify: Verify = (point, signature, message) =>
  Promise.resolve(prove(null, message, spki(point), signature));

function keyPair(name: string, type: Verifier["type"]) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const verifier = { name, type, point: Uint8Array.from(Buffer.from(x, "base64url")) };
  return { verifier, sign: (bytes: Uint8Array) => Uint8Array.from(sign(null, bytes, privateKey)) };
}

const ORIGIN = "twiza.example/log";
const log = keyPair(ORIGIN, "log");
const witness = keyPair("uni.example/w1", "witness");
const body = checkpointBody({ origin: ORIGIN, size: 20_852_163, root: sha256(utf8("root")) });
const own = signatureLine(log.verifier, log.sign(utf8(body)));
const SECONDS = 1_679_315_147;
const seen = signatureLine(
  witness.verifier,
  cosignature(SECONDS, witness.sign(cosignedMessage(body, SECONDS))),
);
const trust = { log: [log.verifier], witnesses: [witness.verifier] };

describe("a note", () => {
  it("is read and proven as others write it", async () => {
    // The examples of the specification and of the program that it comes from (golang.org/x/mod/sumdb/note).
    const known = [
      {
        key: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        text: "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
      },
      {
        key: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
      },
    ];
    for (const { key, text } of known) {
      const verifier = parseVerifier(key);
      const note = parseNote(text);
      if (!verifier || !note) throw new Error(`${key} is not read`);
      expect(verifierText(verifier)).toBe(key);
      expect(await provenBy(note, [verifier], verify)).toEqual([{ verifier }]);
    }
  });

  it("is written letter for letter as others write it", () => {
    const seed = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
    const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
    const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const verifier = parseVerifier(
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    );
    if (!verifier) throw new Error("a known key is not read");
    expect(signatureLine(verifier, sign(null, utf8(text), key))).toBe(
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
    );
  });

  it("knows the keys of witnesses that there are, and none whose number is not its own", () => {
    const key = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
    expect(parseVerifier(key)).toMatchObject({ name: "remora.n621.de", type: "witness" });
    for (const wrong of [
      key.replace("da77", "da78"),
      key.replace("+B", "+C"),
      key.slice(1),
      `${key}=`,
      "",
    ])
      // prettier-ignore
      expect(parseVerifier(wrong), wrong).toBeUndefined();
  });

  it("says who saw it and when", async () => {
    const found = await readCheckpoint(`${body}\n${own}${seen}`, trust, verify);
    expect(found?.checkpoint).toEqual(parseCheckpoint(body));
    expect(found?.witnesses).toEqual([{ verifier: witness.verifier, seconds: SECONDS }]);
  });

  it("is worth nothing without the log's own signature, under another origin, or with a known key's line that does not prove", async () => {
    const stranger = keyPair(ORIGIN, "log");
    const elsewhere = checkpointBody({ origin: "other.example", size: 1, root: sha256(utf8("")) });
    const other = signatureLine(witness.verifier, cosignature(SECONDS + 1, new Uint8Array(64)));
    for (const text of [
      `${body}\n${seen}`,
      `${body}\n${signatureLine(stranger.verifier, stranger.sign(utf8(body)))}`,
      `${elsewhere}\n${signatureLine(log.verifier, log.sign(utf8(elsewhere)))}`,
      `${body}\n${own}${other}`,
      `${body}\n${signatureLine(log.verifier, new Uint8Array(64))}${own}`,
      body,
      "",
    ])
      expect(await readCheckpoint(text, trust, verify), text).toBeUndefined();
  });

  it("passes over lines of others, however many and strange", async () => {
    const strange = keyPair("someone.example", "witness");
    const line = signatureLine(strange.verifier, new Uint8Array(3));
    const found = await readCheckpoint(`${body}\n${line.repeat(16)}${own}`, trust, verify);
    expect(found?.witnesses).toEqual([]);
    expect(parseNote(`${body}\n${line.repeat(40)}${own}`)).toBeUndefined();
  });

  it("proves nothing once a letter of it is another", async () => {
    const text = `${body}\n${own}`;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom("A", "0", "\n", " ", "+", "—"),
        async (at, letter) => {
          const altered = text.slice(0, at) + letter + text.slice(at + 1);
          if (altered !== text)
            expect(await readCheckpoint(altered, trust, verify)).toBeUndefined();
        },
      ),
      { numRuns: 150 },
    );
  });

  it("names a key by its name, its kind and itself", () => {
    const { verifier } = log;
    const ids = [verifier, { ...verifier, name: "x" }, { ...verifier, type: "witness" as const }];
    expect(new Set(ids.map(keyId)).size).toBe(3);
  });
});

describe("a checkpoint", () => {
  const root = toBase64(sha256(utf8("")));
  it.each([
    ["no origin", `\n1\n${root}\n`],
    ["a size with a zero before", `o\n01\n${root}\n`],
    ["a size below nothing", `o\n-1\n${root}\n`],
    ["a size that no number holds", `o\n9007199254740993\n${root}\n`],
    ["a root that is too short", `o\n1\n${toBase64(new Uint8Array(31))}\n`],
    ["no end", `o\n1\n${root}`],
    ["an empty line within", `o\n1\n${root}\n\nmore\n`],
  ])("is refused: %s", (_, text) => {
    expect(parseCheckpoint(text)).toBeUndefined();
  });

  it("may carry lines of others behind its own", () => {
    expect(parseCheckpoint(`o\n1\n${root}\nmore\n`)).toMatchObject({ origin: "o", size: 1 });
  });
});

describe("what a witness is asked", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 31 - 1),
        fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 }),
        (oldSize, hashes) => {
          const request = {
            oldSize,
            proof: hashes.map((hash) => Uint8Array.from(hash)),
            checkpoint: `${body}\n${own}`,
          };
          expect(parseWitnessRequest(witnessRequestText(request))).toEqual(request);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ["nothing", ""],
    ["no old size", `\n${body}\n${own}`],
    ["another word", `new 1\n\n${body}`],
    ["a size with a zero before", `old 01\n\n${body}`],
    ["a hash that is too short", `old 1\nAAAA\n\n${body}`],
    ["64 hashes", `old 1\n${`${toBase64(new Uint8Array(32))}\n`.repeat(64)}\n${body}`],
  ])("is refused: %s", (_, text) => {
    expect(parseWitnessRequest(text)).toBeUndefined();
  });
});
