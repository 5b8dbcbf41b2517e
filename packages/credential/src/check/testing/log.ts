import { base64urlnopad } from "@scure/base";
import {
  checkpointBody,
  cosignature,
  cosignedMessage,
  EMPTY_EDGE,
  entryText,
  formHash,
  type IssuedEntry,
  leafHash,
  type LogEntry,
  type LogProof,
  noteText,
  proveInclusion,
  rootOf,
  keyId,
  toBase64,
  utf8,
  type Verifier,
  withLeaf,
} from "@twiza/log";
import { newKey } from "../../paper-code/testing/printed.ts";

type Named = {
  readonly verifier: Verifier;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
};
const named = async (name: string, type: Verifier["type"]): Promise<Named> => {
  const { key, signer } = await newKey();
  const point = new Uint8Array(base64urlnopad.decode(key.x));
  return { verifier: { name, type, point }, sign: (bytes) => signer.sign(bytes) };
};

/** A log of its own with two witnesses, for tests: it proves whatever it is given. */
export async function newLog(origin: string) {
  const log = await named(`${new URL(origin).host}/log`, "log");
  const witnesses = [await named("one.example", "witness"), await named("two.example", "witness")];
  const entries: LogEntry[] = [];
  const leaves = () => entries.map((entry) => leafHash(utf8(entryText(entry))));
  const nodes = (level: number, index: number) =>
    Promise.resolve(
      rootOf(
        leaves()
          .slice(index << level, (index + 1) << level)
          .reduce(withLeaf, EMPTY_EDGE),
      ),
    );
  const proofAt = async (index: number) => ({
    entry: entries.map(entryText)[index] ?? "",
    index,
    proof: (await proveInclusion(nodes, index, entries.length)).map(toBase64),
  });
  const checkpoint = async (by: readonly Named[], seconds: number) => {
    const root = rootOf(leaves().reduce(withLeaf, EMPTY_EDGE));
    const body = checkpointBody({ origin: log.verifier.name, size: entries.length, root });
    const lines = by.map(async ({ verifier, sign }) => ({
      name: verifier.name,
      id: keyId(verifier),
      bytes: new Uint8Array(
        verifier.type === "log"
          ? await sign(utf8(body))
          : cosignature(seconds, await sign(cosignedMessage(body, seconds))),
      ),
    }));
    return noteText({ body, signatures: await Promise.all(lines) });
  };
  return {
    entries,
    trust: {
      log: [log.verifier],
      witnesses: witnesses.map(({ verifier }) => verifier),
      enough: 2,
    },
    append: (entry: LogEntry): number => entries.push(entry) - 1,
    /** What the log answers of a form, with as many witnesses as said. */
    prove: async (
      form: string,
      seen: { seconds: number; witnesses?: number },
    ): Promise<LogProof | "absent"> => {
      const index = entries.findIndex((each) => each.act === "issued" && each.forms.includes(form));
      if (index < 0) return "absent";
      const later = entries.flatMap((each, at) => ("of" in each && each.of === index ? [at] : []));
      return {
        issued: await proofAt(index),
        later: await Promise.all(later.map(proofAt)),
        checkpoint: await checkpoint(
          [log, ...witnesses.slice(0, seen.witnesses ?? 2)],
          seen.seconds,
        ),
      };
    },
  };
}

/** The entry of a certificate in three forms. */
export const issuedEntry = (
  texts: readonly [string, string, string],
  { at, kid, reissue }: { at: string; kid: string; reissue?: true },
): IssuedEntry => {
  const [jwt, proofValue, code] = texts.map(formHash) as [string, string, string];
  return {
    act: "issued",
    at,
    forms: [jwt, proofValue, code],
    kid,
    ...(reissue ? { reissue } : {}),
  };
};
