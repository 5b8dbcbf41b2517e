import { CONTENT_LANGUAGE, isLanguage } from "@twiza/contract/where";
import { Parser } from "htmlparser2";

type Json = Readonly<Record<string, unknown>>;
export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that is text with anything in it; whatever else stands there counts as nothing. */
export function field(of: Json, name: string): string | undefined {
  const value = Object.hasOwn(of, name) ? of[name] : undefined;
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}

const MARKED = /<[a-z!/][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);/i;
const SILENT = new Set(["script", "style"]);

/** The words of a statement that some programs write with tags; nothing in it is run or shown. */
export function plainWords(text: string): { readonly words: string; readonly marked: boolean } {
  if (!MARKED.test(text)) return { words: oneLine(text), marked: false };
  const said: string[] = [];
  let silent = 0;
  const parser = new Parser(
    {
      ontext: (words) => {
        if (silent === 0) said.push(words);
      },
      onopentagname: (name) => {
        silent += SILENT.has(name) ? 1 : 0;
        said.push(" ");
      },
      onclosetag: (name) => void (silent -= SILENT.has(name) ? 1 : 0),
    },
    { decodeEntities: true },
  );
  parser.end(text);
  return { words: oneLine(said.join("")), marked: true };
}

/** Without what no text may hold, in one line. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\s]+/g, " ")
    .trim();

/** So many letters of it at most; what is cut ends with the sign of that. */
export function fitted(words: string, most: number): { words: string; cut: boolean } {
  const letters = Array.from(words);
  if (letters.length <= most) return { words, cut: false };
  return {
    words: `${letters
      .slice(0, most - 1)
      .join("")
      .trimEnd()}…`,
    cut: true,
  };
}

/** A language as it is called here: ours without their country, others as courses may be written in them. */
export function languageIn(tag: string): string | undefined {
  let known: string | undefined;
  try {
    [known] = Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"));
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
  const [first = ""] = (known ?? "").split("-");
  if (isLanguage(first)) return first;
  return [known, first].find((each) => each !== undefined && CONTENT_LANGUAGE.test(each));
}

/** An address that came with something, where it can be kept. */
export function uriOf(of: Json): string | undefined {
  const uri = field(of, "uri");
  return uri && uri.length <= 500 && /^[a-z][a-z0-9+.-]*:\S+$/i.test(uri) ? uri : undefined;
}
