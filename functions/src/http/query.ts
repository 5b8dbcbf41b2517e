import { isLanguage, isWritten } from "@twiza/contract";
import { Invalid } from "./problem.ts";

/**
 * The parameters of an address for a schema to judge, without `lang`, which every operation takes. Each comes once, as UTF-8
 * and without control characters: a proxy, a log and we ourselves must read the same question.
 * @throws Invalid naming the parameter
 */
export function readQuery(url: string): Record<string, string> {
  const query = new Map<string, string>();
  for (const pair of pairsOf(url)) {
    const [name = "", ...rest] = pair.split("=");
    const value = decoded(rest.join("="));
    const key = decoded(name);
    if (key === undefined || value === undefined)
      throw new Invalid([{ path: key ?? name, code: "not_utf8" }]);
    if (!isWritten(key) || !isWritten(value))
      throw new Invalid([{ path: key, code: "control_characters" }]);
    if (query.has(key)) throw new Invalid([{ path: key, code: "doubled" }]);
    query.set(key, value);
  }
  const language = query.get("lang");
  if (language !== undefined && !isLanguage(language))
    throw new Invalid([{ path: "lang", code: "invalid_value" }]);
  query.delete("lang");
  // Own properties only: `__proto__` is a name like any other here, and no schema has it.
  return Object.fromEntries(query);
}

const pairsOf = (url: string): readonly string[] => {
  const [, search = ""] = /\?([^#]*)/.exec(url) ?? [];
  return search.split("&").filter((pair) => pair !== "");
};

/** Strictly: `URLSearchParams` would turn bytes that are no UTF-8 into a character that nobody sent. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
