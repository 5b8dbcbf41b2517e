import {
  CONTENT_LANGUAGE,
  type ContentLanguage,
  directionOf,
  isLanguage,
  type OtherLanguage,
} from "@twiza/contract/where";

export type CodeFault = "malformed" | "ours" | "there";
type Typed = { readonly code: string; readonly name: string };
export type ReadCode = { readonly language: ContentLanguage } | { readonly fault: CodeFault };

/** The code that somebody typed for a language of that name, as it will be kept; or what is wrong with it. */
export function readCode({ code, name }: Typed, others: readonly OtherLanguage[]): ReadCode {
  const spelt = inOneWay(code);
  if (spelt === undefined || !CONTENT_LANGUAGE.test(spelt)) return { fault: "malformed" };
  if (isLanguage(spelt)) return { fault: "ours" };
  const language = withScript(spelt, name);
  if (others.some((other) => other.language === language)) return { fault: "there" };
  return { language };
}

/** A code as the registry spells it: `fra` is `fr`, `HA_arab` is `ha-Arab`. Else one language would be added twice. */
function inOneWay(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code.trim().replaceAll("_", "-"))[0];
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

const RIGHT_TO_LEFT = [
  ["Arab", /\p{Script=Arabic}/u],
  ["Hebr", /\p{Script=Hebrew}/u],
  ["Adlm", /\p{Script=Adlam}/u],
  ["Nkoo", /\p{Script=Nko}/u],
] as const;

/** A name that runs from right to left tells the script, which most codes must say to run so too: `ha` becomes `ha-Arab`. */
function withScript(language: ContentLanguage, name: string): ContentLanguage {
  const [script] = RIGHT_TO_LEFT.find(([, letters]) => letters.test(name)) ?? [];
  const isSaid = /-[A-Z][a-z]{3}/.test(language) || directionOf(language) === "rtl";
  return script === undefined || isSaid ? language : language.replace(/^[a-z]+/, `$&-${script}`);
}
