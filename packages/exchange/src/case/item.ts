import type { Competency, FrameworkAbout } from "@twiza/contract";
import { FRAMEWORK_LIMITS } from "@twiza/contract/framework-limits";
import type { CaseLine } from "./codes.ts";
import { isUuid, uuidFrom } from "./uuid.ts";
import { field, fitted, isRecord, languageIn, plainWords, uriOf } from "./words.ts";

/** An item of a file: its UUID, what it is called in a report, and what it becomes, without its place. */
export type ItemRead = {
  readonly id: string;
  readonly name: string;
  readonly competency: Omit<Competency, "id" | "parent">;
};

const KEPT = ["identifier", "uri", "fullStatement", "abbreviatedStatement", "humanCodingScheme", "CFItemType", "educationLevel", "language", "lastChangeDateTime", "CFDocumentURI"]; // prettier-ignore
type Levels = NonNullable<FrameworkAbout["levels"]>;
type Context = { readonly language: string; readonly tell: (line: CaseLine) => void };

/** Reads items one by one, and tells at the end what many of them had. */
export function itemReader({ language, tell }: Context) {
  const ids = new Set<string>();
  const levels = new Map<string, Levels[number]>();
  const unknown = new Set<string>();
  const further = new Set<string>();
  const dropped = new Set<string>();
  let withMore = 0;
  let marked = 0;

  function idOf(said: string | undefined, words: string, name: string): string | undefined {
    const isSound = said !== undefined && isUuid(said);
    const id = isSound ? said : uuidFrom(`${said ?? ""} ${words}`);
    if (!isSound) tell({ code: "identifier", name });
    if (ids.has(id)) {
      tell({ code: "twice", name });
      return undefined;
    }
    ids.add(id);
    return id;
  }

  function levelOf(item: Readonly<Record<string, unknown>>, name: string, tongue: string) {
    const all = Array.isArray(item["educationLevel"]) ? item["educationLevel"] : [];
    const said = all.flatMap((each) =>
      typeof each === "string" ? plainWords(each).words || [] : [],
    );
    const [first] = said;
    if (said.length > 1) tell({ code: "levels", name });
    if (first === undefined) return undefined;
    const id = fitted(first, 40).words;
    if (!levels.has(id) && levels.size >= FRAMEWORK_LIMITS.levels) {
      dropped.add(id);
      return undefined;
    }
    if (!levels.has(id)) levels.set(id, { id, title: { [tongue]: id } });
    return id;
  }

  function tongueOf(tag: string | undefined): string {
    const known = tag === undefined ? language : languageIn(tag);
    if (known === undefined && tag !== undefined && !unknown.has(tag)) {
      unknown.add(tag);
      tell({ code: "language", name: fitted(tag, 40).words });
    }
    return known ?? language;
  }

  function read(item: unknown): ItemRead | undefined {
    if (!isRecord(item)) return undefined;
    const said = field(item, "identifier")?.toLowerCase();
    const full = plainWords(field(item, "fullStatement") ?? "");
    const code = field(item, "humanCodingScheme");
    const name = fitted(code ?? (full.words || (said ?? "CFItem")), 60).words;
    if (full.words === "") {
      tell({ code: "statement", name });
      return undefined;
    }
    const id = idOf(said, full.words, name);
    if (id === undefined) return undefined;
    marked += full.marked ? 1 : 0;
    const more = Object.keys(item).filter((key) => !KEPT.includes(key) && !isNothing(item[key]));
    withMore += more.length > 0 ? 1 : 0;
    for (const key of more) further.add(fitted(key, 40).words);
    const tongue = tongueOf(field(item, "language"));
    const statement = fitted(full.words, 400);
    const short = fitted(plainWords(field(item, "abbreviatedStatement") ?? "").words, 120);
    const brief = short.words;
    const type = fitted(plainWords(field(item, "CFItemType") ?? "").words, 60).words;
    const scheme = fitted(plainWords(code ?? "").words, 40);
    if (statement.cut || short.cut || scheme.cut) tell({ code: "shortened", name });
    const level = levelOf(item, name, tongue);
    const uri = uriOf(item);
    const competency = {
      statement: { [tongue]: statement.words },
      ...(scheme.words ? { code: scheme.words } : {}),
      ...(brief ? { brief: { [tongue]: brief } } : {}),
      ...(level === undefined ? {} : { level }),
      ...(type ? { type } : {}),
      ...(uri ? { uri } : {}),
    };
    return { id, name, competency };
  }

  function end(): void {
    if (withMore > 0) tell({ code: "fields", count: withMore, names: [...further].slice(0, 20) });
    if (marked > 0) tell({ code: "html", count: marked });
    if (dropped.size > 0) tell({ code: "level_dropped", count: dropped.size });
  }
  return { read, end, levels: () => [...levels.values()] };
}

const isNothing = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);
