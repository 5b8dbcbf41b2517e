import type {
  AccountId,
  Certificate,
  DesignLook,
  FileType,
  Hash,
  Id,
  IdKind,
  IssuerKey,
  Language,
  LearnerId,
  OrganisationId,
  PublicKey,
  SealingKey,
} from "@twiza/contract";
import type { Verifier } from "@twiza/log";

/** Time comes in through here, so that rules and tests never look at the wall. */
export type Clock = { readonly now: () => Date };

/** A fresh id of a kind: time-ordered, with 74 random bits (UUIDv7, RFC 9562). */
export type NewId = <K extends IdKind>(kind: K) => Id<K>;

/** Immutable bytes under the SHA-256 of themselves. Putting the same bytes twice is harmless. */
export type Blobs = {
  put(bytes: Uint8Array, type: string): Promise<Hash>;
  get(hash: Hash): Promise<Uint8Array | undefined>;
  /** Its bytes from `from` to before `to`, of those that it has. */
  stretch(
    hash: Hash,
    of: { readonly from: number; readonly to: number },
  ): Promise<Uint8Array | undefined>;
};

/** A form of the browser that is signed: where it is posted, what stands in it before the file, and until when it holds. */
export type UploadForm = {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
};

/**
 * Where bytes from outside wait, unread and private, until somebody has looked at them; a day later they are gone. A form is for
 * one exact key, one type and one length. Granting the same again is harmless, and so is posting it again.
 */
export type Uploads = {
  grant(wish: { key: string; type: string; bytes: number }): Promise<UploadForm>;
  get(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
};

/** A picture as it is kept: WebP, with nothing in it but the picture. */
export type DrawnPicture = {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** The longer side in points, and the bytes, that a picture is drawn to at most; those of lessons where nobody says others. */
export type PictureLimits = { readonly side: number; readonly bytes: number };

/** Draws a picture anew from its points: what else was in the file does not come along. */
export type Pictures = {
  /** `too_large`: it says that it holds more points than anybody unfolds. `unreadable`: it is no JPEG, PNG or WebP, or a broken one. */
  redraw(
    bytes: Uint8Array,
    limits?: PictureLimits,
  ): Promise<DrawnPicture | "unreadable" | "too_large">;
  /** The same picture is the same bytes. @throws where it is none that was drawn anew before: a bug, not a refusal */
  forPaper(bytes: Uint8Array, place: PaperPlace): Promise<PaperPicture>;
};

/** What a picture is on paper, and the colour that it stands on. */
export type PaperPlace = { readonly as: "logo" | "signature"; readonly ground: string };
/** PNG of few colours or JPEG, whichever is smaller: as good as print shows, and as small as it may become. */
export type PaperPicture = { good(): Uint8Array; small(): Uint8Array };

/** A document as it is kept, or why nobody hands it on: `active` acts by itself or carries other files, `locked` wants a password. */
export type Looked =
  | { readonly type: FileType; readonly bytes: Uint8Array }
  | "unreadable"
  | "too_large"
  | "active"
  | "locked";

/** Looks into a document that somebody wants to hand out. What it is, its bytes say: plain text is a table with a cell between commas. */
export type Documents = { look(bytes: Uint8Array): Looked };

/** What stands on the paper of a certificate, as its record says it. */
export type PaperFacts = Pick<
  Certificate,
  | "number"
  | "organisationName"
  | "learnerName"
  | "courseTitle"
  | "minutes"
  | "quizPercent"
  | "issuedAt"
  | "expiresAt"
  | "competencies"
  | "partners"
> & {
  /** The number of that in whose place it stands. */
  readonly reissueOf?: string | undefined;
};

/** All that a paper is made of: the same order is the same file, byte for byte. */
export type PaperOrder = {
  readonly facts: PaperFacts;
  readonly look: DesignLook;
  /** One, or two beside one another. */
  readonly languages: readonly Language[];
  /** Where anybody checks it; and what its code says behind the `#` once it is signed. */
  readonly address: string;
  readonly code?: string | undefined;
  /** The signed credential, to lie within the file, and what its partners have signed. */
  readonly credential?: string | undefined;
  readonly endorsements?: readonly string[] | undefined;
  /** Logos and signatures of the look, by their hash. */
  readonly pictures: ReadonlyMap<Hash, PaperPicture>;
  /** It is nobody's, and says so. */
  readonly isSample?: boolean;
};

/** A sign that no letter of ours can show: nothing is made, rather than a paper with a hole in it. */
export type Undisplayable = { readonly undisplayable: string };

/** Sets certificates. @throws Refused `paper.unavailable` where what sets them does not run */
export type Papers = {
  /** PDF/A-3a, tagged, with the credential attached. */
  pdf(order: PaperOrder): Promise<Uint8Array | Undisplayable>;
  /** The same as SVG, its pages below one another, letters as outlines. */
  drawing(order: PaperOrder): Promise<string | Undisplayable>;
  /** A PNG for messages, twice as wide as it is high. */
  shareImage(order: PaperOrder): Promise<Uint8Array | Undisplayable>;
};

/** A message to one person; `text` is whole and in her language. */
export type Message = { readonly to: string; readonly subject: string; readonly text: string };
export type Messenger = { send(message: Message): Promise<void> };

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Short-lived records of signing in (codes, counters, OIDC artefacts). Reads are consistent and never return what has expired.
 * `write` tells `stale` when another writer was first: `expected` is the revision read, or `absent`, or `any`.
 */
export type Records = {
  read(kind: string, id: string): Promise<{ value: Json; revision: number } | undefined>;
  write(
    kind: string,
    id: string,
    value: Json,
    options: { expiresAt: Date; expected: number | "absent" | "any" },
  ): Promise<"written" | "stale">;
  remove(kind: string, id: string): Promise<void>;
};

/**
 * Signs with this installation's newest Ed25519 key. `keys` are all that may still be verified with, the newest first: a key
 * that signs no more goes on proving what it signed.
 */
export type Signer = {
  sign(bytes: Uint8Array): Promise<{ readonly kid: string; readonly signature: Uint8Array }>;
  keys(): Promise<readonly PublicKey[]>;
};

/** A file that is replaced, as it was read: whoever replaces it names the version. */
export type CurrentFile = { readonly text: string; readonly version: string };

/**
 * The public log as files that anybody may fetch. What is written stays for ever: the same bytes again are harmless, others under
 * the same name an error. Only a checkpoint and the list of keys are replaced, by whoever has seen what lies there.
 */
export type LogFiles = {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  current(path: string): Promise<CurrentFile | undefined>;
  replace(path: string, text: string, version: string): Promise<"done" | "stale">;
};

/** A witness, and a way to ask it; nothing when it is away. */
export type AskedWitness = {
  readonly verifier: Verifier;
  ask(request: string): Promise<{ readonly status: number; readonly text: string } | undefined>;
};

/** Who keeps the log: its name, its own key, which signs nothing else, and who is asked to look. */
export type LogKeeper = {
  /** The first line of every checkpoint: the log's address without its scheme. */
  readonly origin: string;
  readonly signer: Signer;
  readonly witnesses: readonly AskedWitness[];
};

/** What a token is for (RFC 8725 §3.11): one made for one purpose never passes for another. */
export type TokenType =
  | "twiza-ticket+jws"
  | "twiza-pack+jws"
  | "twiza-pass+jws"
  | "twiza-receipt+jws";

/**
 * Claims that anybody may carry and only we can have made, as compact JWS (RFC 7515). `verify` answers `undefined` for whatever
 * we did not sign as this type; it looks at no time, since what is late may still be kept.
 */
export type Tokens = {
  sign(type: TokenType, claims: object): Promise<string>;
  verify(type: TokenType, token: string): Promise<unknown>;
  keys(): Promise<readonly PublicKey[]>;
};

/** One key that signs certificates: `kid` names it, `sign` is Ed25519 over the bytes as they are. */
export type IssuingKey = {
  readonly kid: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
};

/** The keys under which certificates are signed: others than those of tokens, so that neither can stand for the other. */
export type IssuerKeys = {
  /** The one that signs for an organisation now: its own where it has one. @throws Error when none may sign */
  signing(organisationId: OrganisationId): Promise<IssuingKey>;
  /** All there ever were, newest first. */
  keys(): Promise<readonly IssuerKey[]>;
};

/** Takes the key of one sealed thing out of its wrap (RSA-OAEP-256), with the private key of that name; nothing when it is not its. */
export type Opener = {
  unwrap(kid: string, wrapped: Uint8Array): Promise<Uint8Array | undefined>;
  /** Public halves, the newest first: phones seal with that one, and all of them open. */
  keys(): Promise<readonly SealingKey[]>;
};

/** What was sealed for this installation alone, as compact JWE (RFC 7516). `other_key`: for a key that we have not, or no longer. */
export type Seals = {
  open(
    parcel: string,
  ): Promise<
    | { readonly state: "open"; readonly value: unknown }
    | { readonly state: "damaged" | "other_key" }
  >;
  keys(): Promise<readonly SealingKey[]>;
};

/**
 * PINs: few digits, so that they are hashed slowly, tried seldom, and never kept. The same PIN under the same salt has the same hash.
 */
export type Pins = {
  hash(pin: string, salt: string): Promise<string>;
  /**
   * Whether it is the PIN of somebody. A try is counted before it is looked at, so that many at once share one count; a right one is given
   * back. `locked`: it was not looked at, since too many were wrong.
   */
  check(
    whose: LearnerId | AccountId,
    pin: string,
    kept: { readonly hash: string; readonly salt: string },
  ): Promise<"right" | "wrong" | "locked">;
};
