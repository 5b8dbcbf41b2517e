import * as z from "zod";
import { FormHash } from "./signed.ts";
import { Instant } from "./text.ts";

const Size = z.int().nonnegative();
/** A SHA-256, base64 as notes have it. */
const Digest = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
/** A signature with the number of its key, as a line under a note. */
const Line = z.string().max(400);

/** Of what an entry tells: a certificate by its id, or a key by its thumbprint. Only we know it; the entry itself does not say. */
const Subject = z.string().min(1).max(64);

/** Where the log ends: how many entries it has, the hashes that appending needs, and the time of the last entry. */
export const LogTail = z.strictObject({
  size: Size,
  edge: z.array(Digest).max(53),
  at: Instant,
});
export type LogTail = z.infer<typeof LogTail>;

/** One entry, for ever: the very text that is hashed. */
export const LogRow = z.strictObject({ index: Size, entry: z.string().max(512) });
export type LogRow = z.infer<typeof LogRow>;

/** That a thing's act of that number, from 0, is in the log, and where: by this row it is there once. */
export const LoggedAct = z.strictObject({ subject: Subject, number: Size, index: Size });
export type LoggedAct = z.infer<typeof LoggedAct>;

/** Which certificate was issued in that form. */
export const LoggedForm = z.strictObject({ form: FormHash, subject: Subject });
export type LoggedForm = z.infer<typeof LoggedForm>;

/** A witness, how far it has seen the log, and its line under the newest checkpoint when it gave one. */
export const LogWitness = z.strictObject({
  name: z.string().min(1).max(200),
  size: Size,
  line: Line.optional(),
});
export type LogWitness = z.infer<typeof LogWitness>;

/** The newest checkpoint that was signed: what the log has promised to the world and can never take back. */
export const PublishedLog = z.strictObject({
  size: Size,
  root: Digest,
  /** The note with the log's own signature alone. */
  note: z.string().max(2_000),
  witnesses: z.array(LogWitness).max(16),
});
export type PublishedLog = z.infer<typeof PublishedLog>;
