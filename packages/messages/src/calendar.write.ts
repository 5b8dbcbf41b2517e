import { LANGUAGES, type Language } from "@twiza/contract/where";

/** `ar-MA` names the months as Moroccans do (نونبر, not نوفمبر). */
const LOCALES: Record<Language, string> = { ar: "ar-MA", fr: "fr", zgh: "zgh", en: "en-GB" };

const namesOf = (language: Language, kind: "month" | "weekday", dates: readonly Date[]): string[] =>
  dates.map((date) =>
    new Intl.DateTimeFormat(LOCALES[language], { [kind]: "long", timeZone: "UTC" }).format(date),
  );

/** The names of months and weekdays as Node's `Intl` knows them: `zgh` is unknown to browsers. */
export function calendarNames(): {
  MONTHS: Record<string, string[]>;
  DAYS: Record<string, string[]>;
} {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
  // 4 January 2026 was a Sunday, which `getUTCDay()` counts as 0.
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 4 + day)));
  const table = (kind: "month" | "weekday", dates: readonly Date[]): Record<string, string[]> =>
    Object.fromEntries(LANGUAGES.map((language) => [language, namesOf(language, kind, dates)]));
  return { MONTHS: table("month", months), DAYS: table("weekday", days) };
}

/** The source of `calendar.ts`. */
export function calendarSource(): string {
  const constants = Object.entries(calendarNames()).map(
    ([name, table]) =>
      `export const ${name}: Record<Language, readonly string[]> = ${JSON.stringify(table, null, 2)};\n`,
  );
  return [
    `import type { Language } from "@twiza/contract/where";\n`,
    "/* Written by `node packages/messages/compile.ts --calendar` from Node's Intl (CLDR). Sunday comes first. */",
    ...constants,
  ].join("\n");
}
