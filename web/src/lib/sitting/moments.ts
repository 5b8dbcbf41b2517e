import { formatMoment } from "@twiza/messages/format";
import { i18n } from "../i18n.svelte.ts";

/*
 * When a test opens is said by the clock of whoever says it: trainers sit in several countries. What travels is the instant.
 */

/** Where this device believes to be, as `Africa/Niamey`. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Day and time of an instant in the reader's words, by her own clock. */
export const inWords = (instant: string): string => formatMoment(instant, i18n.language, zone());

/** `2026-03-01T14:05` by this device's clock, as a field of day and time holds it; empty without an instant. */
export function toField(instant: string | undefined): string {
  if (instant === undefined) return "";
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that a field of day and time means; nothing when it is empty or no moment. */
export function fromField(written: string): string | undefined {
  const at = new Date(written);
  return written === "" || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Whether a field holds half a moment, a day without its time: it says so nowhere but here. */
export const isHalf = (form: HTMLFormElement | undefined, name: string): boolean => {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement && field.validity.badInput;
};
