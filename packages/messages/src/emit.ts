import { LANGUAGES, type Language } from "@twiza/contract/where";
import { argumentsOf, FORMATS, type Area, type Tokens } from "./source.ts";

const quoted = (text: string): string => JSON.stringify(text);
const HEADER = "/* Compiled by packages/messages/compile.ts from the JSON beside it. */\n";

/** The module of one language: every message is a function. */
export function moduleOf(area: Area, language: Language): string {
  const lines = [...area[language]].map(([key, tokens]) => {
    const takes = argumentsOf(tokens).size > 0 ? "(a)" : "()";
    return `  ${quoted(key)}: ${takes} => ${expressionOf(tokens, quoted(language))},`;
  });
  const body = lines.join("\n");
  const used = ["value", "plural", "select", ...FORMATS].filter((name) =>
    body.includes(`${name}(`),
  );
  const imports =
    used.length > 0 ? `import { ${used.join(", ")} } from "../src/runtime.ts";\n` : "";
  return `${HEADER}${imports}export const messages = {\n${body}\n};\n`;
}

/** All languages at once, for servers. */
export function serverModuleOf(area: string): string {
  const imports = LANGUAGES.map(
    (language) => `import { messages as ${language} } from "./${area}.${language}.js";`,
  );
  return `${HEADER}${imports.join("\n")}\nexport const messages = { ${LANGUAGES.join(", ")} };\n`;
}

/** The type of an area: exact keys and exact arguments. */
export function declarationOf(area: Area): string {
  const lines = [...area.en].map(([key, tokens]) => {
    const given = [...argumentsOf(tokens)].map(([name, type]) => `readonly ${name}: ${type}`);
    const takes = given.length > 0 ? `(a: { ${given.join("; ")} })` : "()";
    return `  readonly ${quoted(key)}: ${takes} => string;`;
  });
  return `${HEADER}export type Messages = {\n${lines.join("\n")}\n};\n`;
}

function expressionOf(tokens: Tokens, language: string, count?: string): string {
  const parts = tokens.map((token) => {
    if (token.type === "content") return quoted(token.value);
    if (token.type === "octothorpe") return count ? `number(${count}, ${language})` : quoted("#");
    const given = `a[${quoted(token.arg)}]`;
    if (token.type === "argument") return `value(${language}, ${given})`;
    if (token.type === "function") return `${token.key}(${given}, ${language})`;
    const inner = token.type === "plural" ? given : count;
    const branches = token.cases
      .map(({ key, tokens: branch }) => `${quoted(key)}: ${expressionOf(branch, language, inner)}`)
      .join(", ");
    return token.type === "plural"
      ? `plural(${language}, ${given}, { ${branches} })`
      : `select(${given}, { ${branches} })`;
  });
  return parts.length > 0 ? parts.join(" + ") : quoted("");
}
