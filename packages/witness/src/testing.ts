import { generateKeyPairSync, sign } from "node:crypto";
import {
  checkpointBody,
  type Digest,
  EMPTY_EDGE,
  fromBase64url,
  leafHash,
  nodesOf,
  proveConsistency,
  type ReadFile,
  rootOf,
  signatureLine,
  utf8,
  type Verifier,
  withLeaf,
  witnessRequestText,
} from "@twiza/log";
import { filesOf } from "@twiza/log/testing";

/** A log in the hands of its operator, who has its key and signs whatever she wants to show. */
export function someLog(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const point = fromBase64url(publicKey.export({ format: "jwk" }).x ?? "") ?? new Uint8Array();
  const verifier: Verifier = { name: origin, type: "log", point };
  const note = (entries: readonly string[]): string => {
    const edge = leavesOf(entries).reduce(withLeaf, EMPTY_EDGE);
    const body = checkpointBody({ origin, size: edge.size, root: rootOf(edge) });
    return `${body}\n${signatureLine(verifier, sign(null, utf8(body), privateKey))}`;
  };
  const files = (entries: readonly string[]): ReadFile => {
    const tiles = filesOf(leavesOf(entries));
    return async (path) => (path === "checkpoint" ? utf8(note(entries)) : tiles(path));
  };
  /** What the log asks a witness that saw `oldSize`, with the best proof that these entries give. */
  const request = async (entries: readonly string[], oldSize: number): Promise<string> => {
    const size = entries.length;
    const proof =
      oldSize <= size ? await proveConsistency(nodesOf(files(entries), size), oldSize, size) : [];
    return witnessRequestText({ oldSize, proof, checkpoint: note(entries) });
  };
  return { verifier, note, files, request };
}

const leavesOf = (entries: readonly string[]): readonly Digest[] =>
  entries.map((entry) => leafHash(utf8(entry)));
