import type { Language } from "@twiza/contract/where";
import { formatNumber } from "./number.ts";
import { pluralForm } from "./plural.ts";

/** What compiled messages call. Nobody else should need it. */

const RIGHT_TO_LEFT = /[\u0590-\u08FF]/u;

/**
 * A value put into a sentence. Text whose direction may differ from the sentence's is isolated (FSI…PDI),
 * otherwise `+212 6…` or a Latin name would be shown in pieces inside an Arabic line.
 */
export function value(language: Language, given: string | number): string {
  if (typeof given === "number") return formatNumber(given, language);
  const foreign = language === "ar" || RIGHT_TO_LEFT.test(given);
  return foreign ? `\u2068${given}\u2069` : given;
}

/** The branch for a count: an exact `=n` first, then the plural form, then `other`. */
export function plural(
  language: Language,
  count: number,
  branches: Readonly<Record<string, string>>,
): string {
  return branches[`=${count}`] ?? branches[pluralForm(language, count)] ?? branches["other"] ?? "";
}

/** The branch of that name, or `other`. */
export function select(key: string, branches: Readonly<Record<string, string>>): string {
  return branches[key] ?? branches["other"] ?? "";
}

export {
  formatBytes as bytes,
  formatDate as date,
  formatDay as day,
  formatMinutes as minutes,
} from "./format.ts";
export { formatNumber as number, formatPercent as percent } from "./number.ts";
