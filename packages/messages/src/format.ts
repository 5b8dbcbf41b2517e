import type { Language } from "@twiza/contract/where";
import { DAYS, MONTHS } from "./calendar.ts";
import { formatNumber, NBSP } from "./number.ts";
import { pluralForm, type PluralForm } from "./plural.ts";

export { formatNumber, formatPercent, type NumberOptions } from "./number.ts";

/*
 * Numbers, dates and sizes as people in Morocco write them: Latin digits in every language.
 * Our own instead of `Intl`, because Chromium knows no `zgh` and old phones carry little data,
 * and what the server printed must be what the phone shows.
 */

const SIZE_UNITS: Record<Language, readonly [string, string, string]> = {
  ar: ["بايت", "كيلو", "ميغا"],
  fr: ["o", "Ko", "Mo"],
  zgh: ["ⵓ", "ⴽⵓ", "ⵎⵓ"],
  en: ["B", "KB", "MB"],
};

/** A size in decimal units, as phones show it: `2400000` → fr `2,4 Mo`. */
export function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1000 ? 0 : bytes < 999_500 ? 1 : 2;
  const amount = bytes / 1000 ** step;
  const most = step === 2 && amount < 100 ? 1 : 0;
  return `${formatNumber(amount, language, { most })}${NBSP}${SIZE_UNITS[language][step]}`;
}

const MINUTE_WORDS: Record<Language, Partial<Record<PluralForm, string>>> = {
  ar: { one: "دقيقة واحدة", two: "دقيقتان", few: "دقائق", other: "دقيقة" },
  fr: { other: "min" },
  zgh: { one: "ⵜⵓⵙⴷⵉⴷⵜ", other: "ⵜⵓⵙⴷⵉⴷⵉⵏ" },
  en: { other: "min" },
};
const HOUR_WORDS: Record<Language, Partial<Record<PluralForm, string>>> = {
  ar: { one: "ساعة واحدة", two: "ساعتان", few: "ساعات", other: "ساعة" },
  fr: { other: "h" },
  zgh: { one: "ⵜⴰⵙⵔⴰⴳⵜ", other: "ⵜⵉⵙⵔⴰⴳⵉⵏ" },
  en: { other: "h" },
};
const AND: Record<Language, string> = { ar: " و", fr: NBSP, zgh: " ⴷ ", en: NBSP };

/** A length of time: `75` → fr `1 h 15 min`. Rounded to whole minutes. */
export function formatMinutes(minutes: number, language: Language): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts = [
    ...(hours > 0 ? [amountOf(hours, HOUR_WORDS[language], language)] : []),
    ...(rest > 0 || hours === 0 ? [amountOf(rest, MINUTE_WORDS[language], language)] : []),
  ];
  return parts.join(AND[language]);
}

function amountOf(
  count: number,
  words: Partial<Record<PluralForm, string>>,
  language: Language,
): string {
  const form = pluralForm(language, count);
  const word = words[form] ?? words.other ?? "";
  const wordSaysCount = language === "ar" && (form === "one" || form === "two");
  return wordSaysCount ? word : `${formatNumber(count, language)}${NBSP}${word}`;
}

/** Certificates, pages and messages must name the same day whatever the device's clock says. */
const TIME_ZONE = "Africa/Casablanca";

/** A calendar day `2026-03-01` → ar `1 مارس 2026`, fr `1 mars 2026`, zgh `1 ⵎⴰⵕⵚ 2026`, en `1 March 2026`. */
export function formatDay(day: string, language: Language): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)}${NBSP}${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
}

/** The day of an instant (ISO 8601), in Morocco's time unless another zone is named. */
export function formatDate(instant: string, language: Language, timeZone = TIME_ZONE): string {
  return formatDay(partsOf(instant, timeZone).day, language);
}

/** Day and time of an instant: fr `1 mars 2026, 14:05`. */
export function formatMoment(instant: string, language: Language, timeZone = TIME_ZONE): string {
  const { day, time } = partsOf(instant, timeZone);
  return `${formatDay(day, language)}${language === "ar" ? "،" : ","} ${time}`;
}

/** The name of a calendar day's weekday. */
export function formatWeekday(day: string, language: Language): string {
  return DAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

function partsOf(instant: string, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? "";
  return {
    day: `${of("year")}-${of("month")}-${of("day")}`,
    time: `${of("hour")}:${of("minute")}`,
  };
}
