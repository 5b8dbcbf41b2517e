import { HANDING_LIMITS } from "@twiza/contract/handing";
import type { Call, Reply } from "../api.ts";
import { keep, kept } from "../kept.ts";

export type Submission = Reply<"readSubmission">["submission"];
export type Assignment = Reply<"readSubmission">["assignment"];
export type Piece = Submission["proofs"][number];
type Body = Call<"settleSubmission">["body"];
type NoteBody = Body["notes"][number];

/** A recording that the server has already, by the intent that it was posted under. */
export type Spoken = { readonly intentId: string; readonly seconds: number };
/** Where in the work something is said. */
export type Place =
  | { readonly on: "text"; readonly from: number; readonly to: number }
  | { readonly on: "photo"; readonly proof: string; readonly x: number; readonly y: number }
  | { readonly on: "moment"; readonly proof: string; readonly second: number }
  | { readonly on: "file"; readonly proof: string };
type Said = { readonly words: string; readonly voice?: Spoken | undefined };
export type NoteDraft = Place & Said & { readonly id: string };

/** What somebody gives to a piece of work, as far as she is. */
export type MarkDraft = Said & {
  /** The level of each criterion, counted from 0. */
  readonly levels: Readonly<Record<string, number>>;
  readonly besides: Readonly<Record<string, string>>;
  readonly notes: readonly NoteDraft[];
  /** Why, where she decides between two. */
  readonly reason: string;
  /** How many markings there were when she began. */
  readonly seen: number;
  /** Under which intent this very content was sent: sent once more after a reload, it counts once. */
  readonly intent?: { readonly id: string; readonly print: string } | undefined;
};

export const blankDraft = (seen: number): MarkDraft => ({
  ...{ levels: {}, besides: {}, notes: [], words: "", reason: "", seen },
});
export const isBegun = ({ levels, besides, notes, words, voice, reason }: MarkDraft): boolean =>
  [levels, besides].some((some) => Object.keys(some).length > 0) ||
  notes.length > 0 ||
  voice !== undefined ||
  [words, reason].some((text) => text.trim() !== "");

const nameOf = (submissionId: string) => `copy.own.marking.${submissionId}` as const;
export function keptDraft(submissionId: string): MarkDraft | undefined {
  const text = kept(nameOf(submissionId));
  // Only `keepDraft` writes under this name.
  return text === "" ? undefined : (JSON.parse(text) as MarkDraft);
}
export const keepDraft = (submissionId: string, draft: MarkDraft): void =>
  keep(nameOf(submissionId), isBegun(draft) ? JSON.stringify(draft) : "");
export const forgetDraft = (submissionId: string): void => keep(nameOf(submissionId), "");

const said = ({ words, voice }: Said) => ({
  ...(words.trim() !== "" && { words: words.trim() }),
  ...(voice && { voice: voice.intentId }),
});
export const isSaid = ({ words, voice }: Said): boolean =>
  words.trim() !== "" || voice !== undefined;

function noteBody({ id: _, words, voice, ...place }: NoteDraft): NoteBody {
  return { ...place, ...said({ words, voice }) };
}

/** As the server takes it, criteria in their order. Those without a level are left out: the server says so. */
export function bodyOf(
  draft: MarkDraft,
  criteria: readonly { readonly id: string }[],
): Omit<Body, "intentId" | "reason"> {
  const chosen = criteria.flatMap(({ id }) => {
    const level = draft.levels[id];
    const note = draft.besides[id]?.trim() ?? "";
    return level === undefined ? [] : [{ criterion: id, level, ...(note !== "" && { note }) }];
  });
  return { chosen, notes: draft.notes.map(noteBody), ...said(draft), seen: draft.seen };
}

/** More is said beside criteria and to places than one row of the server holds. */
export const tooMuch = ({ besides, notes }: Pick<MarkDraft, "besides" | "notes">): boolean =>
  [...Object.values(besides), ...notes.map(({ words }) => words)]
    .map((words) => words.trim())
    .join("").length > HANDING_LIMITS.said;

/** What was chosen, as the rule of marking reads it. */
export const chosenOf = (levels: MarkDraft["levels"]) =>
  Object.entries(levels).map(([criterion, level]) => ({ criterion, level }));
