import { gapsIn, gapsOf, MOST_GAPS } from "@twiza/contract/marking";
import type { Option } from "./asking.ts";

export type Gap = {
  readonly name: string;
  readonly isInText: boolean;
  readonly options: readonly Option[];
};

/** The gaps of a question in the order of its text; behind them those that the text does not have. */
export function gapsAsked(prompt: string, options: readonly Option[]): readonly Gap[] {
  const inText = gapsIn(prompt);
  return [...new Set([...inText, ...gapsOf(options)])].map((name) => ({
    name,
    isInText: inText.includes(name),
    options: options.filter(({ gap }) => gap === name),
  }));
}

/** A name that no gap has yet; nothing when there are as many as there may be. */
export function nextGap(gaps: readonly Gap[]): string | undefined {
  if (gaps.length >= MOST_GAPS) return undefined;
  const taken = new Set(gaps.map(({ name }) => name));
  return Array.from("abcdefghijklmnopqrstuvwxyz").find((name) => !taken.has(name));
}

export const written = (name: string): string => `[[${name}]]`;

/** Puts something in the place of what is marked in a field, and tells the field that it was written in. */
export function replaceMarkedIn(
  field: HTMLTextAreaElement | null | undefined,
  by: (marked: string) => string,
): void {
  if (!field) return;
  const { value, selectionStart, selectionEnd } = field;
  field.setRangeText(by(value.slice(selectionStart, selectionEnd)), selectionStart, selectionEnd, "end"); // prettier-ignore
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
