import {
  directionOf,
  inLanguage,
  isLanguage,
  type Language,
  type Localized,
} from "@twiza/contract/where";
import * as format from "@twiza/messages/format";
import type { Messages as Components } from "@twiza/messages/components";
import type { Messages as Learner } from "@twiza/messages/learner";
import type { Messages as Office } from "@twiza/messages/office";
import { keep } from "./kept.ts";

type Catalogue = Components & Learner & Office;
export type MessageKey = keyof Catalogue;

/** One file a language: a phone fetches its own and no other. */
const LEARNER: Record<Language, () => Promise<{ messages: Components & Learner }>> = {
  ar: () => import("./catalogue/ar.ts"),
  fr: () => import("./catalogue/fr.ts"),
  zgh: () => import("./catalogue/zgh.ts"),
  en: () => import("./catalogue/en.ts"),
};
const OFFICE: Record<Language, () => Promise<{ messages: Office }>> = {
  ar: () => import("./catalogue-office/ar.ts"),
  fr: () => import("./catalogue-office/fr.ts"),
  zgh: () => import("./catalogue-office/zgh.ts"),
  en: () => import("./catalogue-office/en.ts"),
};

const atStart = (): Language => {
  const written = typeof document === "undefined" ? "ar" : document.documentElement.lang;
  return isLanguage(written) ? written : "ar";
};

let language = $state<Language>(atStart());
let catalogue = $state.raw<Partial<Catalogue>>({});
let wantsOffice = false;

/** The reader's language, as a reactive value. */
export const i18n = {
  get language(): Language {
    return language;
  },
  get direction(): "rtl" | "ltr" {
    return directionOf(language);
  },
};

async function load(wanted: Language): Promise<Partial<Catalogue>> {
  const parts = await Promise.all([LEARNER[wanted](), ...(wantsOffice ? [OFFICE[wanted]()] : [])]);
  return parts.reduce<Partial<Catalogue>>((all, part) => ({ ...all, ...part.messages }), {});
}

/** Loads the messages of the current language; `load` of the root layout awaits it, so that `t` never comes too early. */
export async function ready(room: "learner" | "office" = "learner"): Promise<void> {
  const isNew = room === "office" && !wantsOffice;
  wantsOffice ||= room === "office";
  if (isNew || Object.keys(catalogue).length === 0) catalogue = await load(language);
}

/** Changes the language everywhere at once, and remembers it on this device. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  const messages = await load(wanted);
  catalogue = messages;
  language = wanted;
  document.documentElement.lang = wanted;
  document.documentElement.dir = directionOf(wanted);
  keep("language", wanted);
}

/** Remembers the language that the address or the phone brought. */
export const keepLanguage = (): void => keep("language", language);

/**
 * The sentence of that key in the reader's language. Office keys answer only on office pages.
 * @example t("download.running", { percent: 40 })
 */
export function t<K extends MessageKey>(key: K, ...given: Parameters<Catalogue[K]>): string {
  // The compiler cannot see that `given` fits this one key of the union; the signature above holds callers to it.
  const message = catalogue[key] as ((...given: unknown[]) => string) | undefined;
  return message ? message(...given) : "";
}

/** A text that exists in some languages, in the one nearest to the reader, with the language it is really in. */
export const nearest = (text: Localized): { text: string; language: Language } =>
  inLanguage(text, language);

/** Numbers, dates and sizes in the reader's language. */
export const show = {
  number: (amount: number, options?: format.NumberOptions) =>
    format.formatNumber(amount, language, options),
  percent: (percent: number) => format.formatPercent(percent, language),
  bytes: (bytes: number) => format.formatBytes(bytes, language),
  minutes: (minutes: number) => format.formatMinutes(minutes, language),
  date: (instant: string) => format.formatDate(instant, language),
  moment: (instant: string) => format.formatMoment(instant, language),
  day: (day: string) => format.formatDay(day, language),
};
