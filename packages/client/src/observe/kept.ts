import type {
  ChecklistsOfVersion,
  ObservationBody,
  ObservationView,
  ObservedLearner,
  SealingKey,
} from "@twiza/contract";
import type { Localized } from "@twiza/contract/where";
import type { Judgement, Seen } from "@twiza/contract/observing";
import type { Why } from "../meet.ts";
import { kind } from "../schema.ts";

export type { Why } from "../meet.ts";

/*
 * What an observer's phone keeps, in a database of its own, all of it under whose it is: another observer on the same phone neither sees
 * it nor sends it.
 *
 * | store      | key                              | what                                                  |
 * | ---------- | -------------------------------- | ----------------------------------------------------- |
 * | `meta`     | account, `cohort`, cohort        | a cohort that was taken along (`Taken`)               |
 * |            | account, `parked`                | since when her queue waits for her to sign in         |
 * | `state`    | account, `draft`, learner, list  | an observation that is being filled (`Draft`)         |
 * |            | account, `photo`, observation, n | a photo of one                                        |
 * | `outbox`   | account, observation             | one that waits to be sent (`Filled`)                  |
 * | `receipts` | account, `refused`, observation  | one that was refused, and why                         |
 * |            | account, `sent`, observation     | what became of one                                    |
 */

/** A cohort as it was taken along, with what is needed to fill its checklists far from any network. */
export type Taken = {
  readonly cohort: {
    readonly id: string;
    readonly name: string;
    readonly courseId: string;
    readonly courseTitle: Localized;
  };
  readonly checklists: readonly ChecklistsOfVersion[];
  readonly learners: readonly ObservedLearner[];
  readonly observerHasPin: boolean;
  /** To seal PINs with; none where the server told of none. */
  readonly sealing: readonly SealingKey[];
  /** By this phone's claim. */
  readonly takenAt: string;
};

/** What is said of one criterion so far. */
export type Mark = { readonly result?: Seen | undefined; readonly note?: string | undefined };
/** A photo by the intent under which it will be posted; its bytes lie beside. */
export type PhotoName = { readonly intentId: string; readonly type: string };
export type KeptPhoto = PhotoName & {
  readonly bytes: ArrayBuffer;
  /** The server has it. */
  readonly isSent?: boolean | undefined;
};

/** Which checklist is filled, of whom. */
export type About = {
  readonly cohortId: string;
  readonly learnerId: string;
  readonly learnerName: string;
  readonly checklistId: string;
  readonly version: number;
  readonly title: Localized;
};

/** An observation while it is filled. Its id is made at the first word, so that nothing of it is ever two. */
export type Draft = About & {
  readonly id: string;
  readonly marks: Readonly<Record<string, Mark>>;
  readonly note: string;
  readonly photos: readonly PhotoName[];
  readonly changedAt: string;
};

/** One that is done, as it waits. What it sends never changes again. */
export type Filled = About & {
  readonly id: string;
  readonly body: Wire;
  readonly judgement: Judgement;
  readonly photos: readonly PhotoName[];
};
/** As the contract has it; ids are plain text here, since no parser runs on the phone. */
export type Wire = {
  readonly [Name in keyof Omit<ObservationBody, "sentAt">]: ObservationBody[Name] extends string
    ? string
    : ObservationBody[Name] extends readonly string[]
      ? readonly string[]
      : ObservationBody[Name];
};

export type Refused = { readonly filled: Filled; readonly why: Why; readonly at: string };
export type PinsTold = "ok" | "wrong" | "locked" | "none" | "unreadable";
export type Sent = Omit<About, "version"> & {
  readonly id: string;
  readonly judgement: Judgement;
  readonly confirmation: ObservationView["confirmation"]["state"];
  readonly pins?: PinsTold | undefined;
  readonly at: string;
};

export const TAKEN = kind<Taken>("meta");
export const PARKED = kind<{ readonly since: string }>("meta");
export const DRAFTS = kind<Draft>("state");
export const PHOTOS = kind<KeptPhoto>("state");
export const FILLED = kind<Filled>("outbox");
export const REFUSED = kind<Refused>("receipts");
export const SENT = kind<Sent>("receipts");

export const keys = {
  cohort: (account: string, cohortId: string) => [account, "cohort", cohortId],
  parked: (account: string) => [account, "parked"],
  draft: (
    account: string,
    { learnerId, checklistId }: Pick<About, "learnerId" | "checklistId">,
  ) => [account, "draft", learnerId, checklistId],
  photos: (account: string, id: string) => [account, "photo", id],
  photo: (account: string, id: string, intentId: string) => [account, "photo", id, intentId],
  filled: (account: string, id: string) => [account, id],
  refused: (account: string, id: string) => [account, "refused", id],
  sent: (account: string, id: string) => [account, "sent", id],
} as const;
