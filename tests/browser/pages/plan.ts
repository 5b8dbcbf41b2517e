import { directionOf, type Language } from "@twiza/contract/where";
import type { Room } from "./entry.ts";
import { isWhole } from "./depth.ts";
import { isPictured } from "./picture.ts";
import type { Scope } from "./scan.ts";

/**
 * How somebody looks: who reads there, whether the app that is open there turns to other languages in place, and whether this is the
 * first state of its page that is looked at.
 */
export type How = { readonly room: Room; readonly isTurned: boolean; readonly isFirst: boolean };

/** What the scanners look for in one language, and where it is seen how things stand. */
export type Plan = {
  readonly light: Scope | undefined;
  /** The screen on which the dark is scanned. */
  readonly dark: "phone" | "desk" | undefined;
  readonly desk: Scope | undefined;
  /** All screens and sizes of letters; all but the app's own size; the least phone and a desk; or that phone alone. Letters are doubled in each. */
  readonly seen: "all" | "most" | "ends" | "least";
};

/**
 * A desk has the same words and colours as the phone, so there the scanners look at a page in one language, the one that runs from
 * right to left: in the office at the whole of it, for it has tables where a phone has cards, at all else for what a width can change.
 */
const SCANNED_ON_A_DESK: Language = "ar";

/** Where French and Tamazight fit, this one does: of 3,865 sentences, 49 have a word that is longer by more than two letters. */
const FITS_WHERE_OTHERS_DO: Language = "en";

/**
 * Every page is scanned in four languages, light and dark, and how it stands is seen in each on every screen. Its further states have
 * the same colours and the same kinds of parts: they are scanned in the language in which they were walked to, whole in the light on a
 * phone, and for colours and widths in the dark on a desk. Of the others their words are tried where they have the least room, and in
 * one that runs the other way on a desk too; undefined for the language that has the shortest words. Where pages are not looked at
 * whole, each is looked at as a further state is, in the language in which it was walked to and in one that runs the other way.
 */
export function planFor(how: How, walked: Language, language: Language): Plan | undefined {
  const isOwn = how.isFirst || !how.isTurned;
  if (isPictured || (isOwn && isWhole)) return wholePlan(how, language);
  const isTriedToo = isWhole && language !== FITS_WHERE_OTHERS_DO;
  const isTried = language === walked || language === otherWay(walked) || isTriedToo;
  return isTried ? furtherPlan(walked, language) : undefined;
}

function wholePlan({ room, isFirst }: How, language: Language): Plan {
  const desk = room === "office" && isFirst ? "all" : "width";
  return {
    light: "all",
    dark: "phone",
    desk: language === SCANNED_ON_A_DESK ? desk : undefined,
    seen: "all",
  };
}

function furtherPlan(walked: Language, language: Language): Plan {
  const none = { light: undefined, dark: undefined, desk: undefined } as const;
  if (language === walked) return { ...none, light: "all", dark: "desk", seen: "most" };
  return { ...none, seen: language === otherWay(walked) ? "ends" : "least" };
}

/** A language that runs the other way. */
const otherWay = (language: Language): Language => (directionOf(language) === "rtl" ? "fr" : "ar");
