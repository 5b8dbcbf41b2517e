import { LANGUAGES, type Language } from "@twiza/contract/where";
import { FORMS_NEEDED } from "./plural.ts";
import { argumentsOf, type Area, type Tokens } from "./source.ts";

/** What is wrong with an area, one line a fault; none when it may be compiled. */
export function faultsOf(area: Area): readonly string[] {
  return LANGUAGES.flatMap((language) => [
    ...missingKeys(area, language),
    ...[...area[language]].flatMap(([key, tokens]) =>
      [
        ...differentArguments(area, key, tokens),
        ...faultsOfText(textsOf(tokens), language),
        ...missingForms(tokens, language),
      ].map((fault) => `${language} ${key}: ${fault}`),
    ),
  ]);
}

function missingKeys(area: Area, language: Language): string[] {
  const all = new Set(LANGUAGES.flatMap((other) => [...area[other].keys()]));
  return [...all]
    .filter((key) => !area[language].has(key))
    .map((key) => `${language} ${key}: missing`);
}

function differentArguments(area: Area, key: string, tokens: Tokens): string[] {
  const inEnglish = area.en.get(key);
  if (!inEnglish) return [];
  const wanted = argumentsOf(inEnglish);
  const given = argumentsOf(tokens);
  const names = new Set([...wanted.keys(), ...given.keys()]);
  return [...names]
    .filter((name) => wanted.get(name) !== given.get(name))
    .map(
      (name) =>
        `{${name}} is ${given.get(name) ?? "absent"}, in English ${wanted.get(name) ?? "absent"}`,
    );
}

/** The literal pieces of a message, branches included. */
function textsOf(tokens: Tokens): string[] {
  return tokens.flatMap((token) => {
    if (token.type === "content") return [token.value];
    return "cases" in token ? token.cases.flatMap((branch) => textsOf(branch.tokens)) : [];
  });
}

function faultsOfText(texts: readonly string[], language: Language): string[] {
  const text = texts.join("");
  const saysNothing = text.trim() === "" ? ["empty"] : [];
  // Standard Tamazight is written in Tifinagh; only the product's own abbreviations may stay.
  const latin = language === "zgh" && /\p{Script=Latin}/u.test(text) ? ["Latin letters"] : [];
  return [...saysNothing, ...latin];
}

/** Arabic has six forms: a sentence with fewer would be wrong for some count. */
function missingForms(tokens: Tokens, language: Language): string[] {
  return tokens.flatMap((token) => {
    if (!("cases" in token)) return [];
    const keys = token.cases.map(({ key }) => key);
    const inner = token.cases.flatMap((branch) => missingForms(branch.tokens, language));
    if (token.type !== "plural") return inner;
    const stands: Record<string, string> = { zero: "=0", one: "=1", two: "=2" };
    const missing = FORMS_NEEDED[language].filter(
      (form) => !keys.includes(form) && !keys.includes(stands[form] ?? form),
    );
    return [...inner, ...missing.map((form) => `plural without ${form}`)];
  });
}
