import type { ContentLanguage } from "@twiza/contract";
import type { Field, WrittenBlock } from "./fields.ts";

/** A block under its key; the lesson's title under the key `title`. */
export type Keyed = { readonly key: string; readonly block: WrittenBlock };

/** How far a translation is: not begun, made from an older original, or up to date. */
export type Standing = "missing" | "outdated" | "done";

/** A lesson in the language it is written in, and as far as it is translated into another. */
export type TranslatedLesson = {
  readonly id: string;
  readonly sourceLanguage: ContentLanguage;
  readonly targetLanguage: ContentLanguage;
  /** In the order of the lesson. */
  readonly source: readonly Keyed[];
  readonly target: readonly Keyed[];
  /** By the key of a block; where it is not given, what is there is done. */
  readonly standing?: (key: string) => Standing;
};

export const standingOf = ({ standing, target }: TranslatedLesson, key: string): Standing =>
  standing?.(key) ?? (target.some((each) => each.key === key) ? "done" : "missing");

/** Names a field in a whole lesson: neither part has a point in it but those of the field. */
export const unitId = (key: string, field: Pick<Field, "name">): string => `${key}.${field.name}`;
