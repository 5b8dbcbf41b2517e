import type { LogRow, LogTail, LoggedAct, PublishedLog } from "@twiza/contract";
import type { Expected, Kept, Write } from "./kept.ts";

/** One entry of the log with what makes sure that there is no second: an act of a certificate or a key, and the forms that it names. */
export type Appended = {
  readonly row: LogRow;
  readonly act: LoggedAct;
  readonly forms: readonly string[];
};

/** What is or will be in the public log. All reads are fresh: an entry that exists decides that there is no second. */
export type LogStore = {
  tail(): Promise<Kept<LogTail> | undefined>;
  entry(index: number): Promise<LogRow | undefined>;
  /** The 256 entries of a bundle, or as many as there are, in order: one query. */
  bundle(number: number): Promise<readonly LogRow[]>;
  /** What of a certificate or a key is in it, in order. */
  acts(subject: string): Promise<readonly LoggedAct[]>;
  /** The certificate that was issued in that form. */
  subjectOf(form: string): Promise<string | undefined>;
  /** Moves the tail together with what it moves for: stale when another appended, or when one of these is there already. */
  append(tail: LogTail, expected: Expected, added: readonly Appended[]): Write;
  published(): Promise<Kept<PublishedLog> | undefined>;
  putPublished(published: PublishedLog, expected: Expected): Write;
};
