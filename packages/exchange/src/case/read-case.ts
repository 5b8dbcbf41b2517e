import type { Competency, FrameworkAbout } from "@twiza/contract";
import { FRAMEWORK_LIMITS } from "@twiza/contract/framework-limits";
import { ExchangeFault } from "../fault.ts";
import type { Input } from "../source.ts";
import { textOf } from "../text-input.ts";
import type { CaseLine } from "./codes.ts";
import { type ItemRead, itemReader } from "./item.ts";
import { inTree, type Tie } from "./tree.ts";
import { hexOf, isUuid, uuidFrom } from "./uuid.ts";
import { field, fitted, isRecord, languageIn, plainWords, uriOf } from "./words.ts";

/** A framework as a file of CASE 1.0 tells it, and what of the file has no place. Nothing is written anywhere. */
export type CaseReading = {
  /** `frw_` and the UUID of its document. */
  readonly id: string;
  readonly about: FrameworkAbout;
  /** In which its words are, but for items that say another. */
  readonly language: string;
  /** Each behind what it lies under. */
  readonly competencies: readonly Competency[];
  readonly report: readonly CaseLine[];
};

type Options = {
  /** In which words are whose language the file does not tell. */
  readonly language: string;
  readonly signal?: AbortSignal | undefined;
};
type Json = Readonly<Record<string, unknown>>;

const MOST_BYTES = 12_000_000;
const OF_DOCUMENT = ["identifier", "uri", "title", "description", "creator", "language", "lastChangeDateTime", "CFPackageURI"]; // prettier-ignore
const OF_PACKAGE = ["CFDocument", "CFItems", "CFAssociations"];

/**
 * Reads a `CFPackage` of CASE 1.0 (1EdTech Competencies and Academic Standards Exchange, JSON binding).
 * @throws ExchangeFault `file.*`, `text.binary`, `case.not_case`, `case.broken`, `case.none`, `case.too_many`
 */
export async function readCase(file: Input, options: Options): Promise<CaseReading> {
  const { signal } = options;
  const whole = parsed(await textOf(file, { most: MOST_BYTES, signal }));
  const document = isRecord(whole) ? whole["CFDocument"] : undefined;
  if (!isRecord(whole) || !isRecord(document)) throw new ExchangeFault("case.not_case");
  const report: CaseLine[] = [];
  const tell = (line: CaseLine): void => void report.push(line);
  const language = saidLanguage(document, options.language, tell);
  const uuid = documentUuid(document, tell);
  const reader = itemReader({ language, tell });
  const items = listOf(whole, "CFItems").flatMap((item) => reader.read(item) ?? []);
  reader.end();
  const most = FRAMEWORK_LIMITS.competencies;
  if (items.length > most) throw new ExchangeFault("case.too_many", { count: items.length, most });
  if (items.length === 0) throw new ExchangeFault("case.none");
  const ties = tiesOf(listOf(whole, "CFAssociations"), tell);
  const placed = inTree(items, ties, { root: uuid, most: FRAMEWORK_LIMITS.depth, report: tell });
  tellFields(whole, document, tell);
  return {
    id: `frw_${hexOf(uuid)}`,
    about: aboutOf(document, { language, levels: reader.levels() }),
    language,
    competencies: placed.map(({ node, parent }) => competencyOf(node, parent)),
    report,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ExchangeFault("case.broken", {}, { cause });
  }
}

const listOf = (of: Json, name: string): readonly unknown[] => {
  const value = Object.hasOwn(of, name) ? of[name] : undefined;
  return Array.isArray(value) ? value : [];
};

function saidLanguage(document: Json, otherwise: string, tell: (line: CaseLine) => void): string {
  const tag = field(document, "language");
  const known = tag === undefined ? otherwise : languageIn(tag);
  if (tag !== undefined && known === undefined) tell({ code: "language", name: tag.slice(0, 40) });
  return known ?? otherwise;
}

function documentUuid(document: Json, tell: (line: CaseLine) => void): string {
  const said = field(document, "identifier")?.toLowerCase();
  if (said !== undefined && isUuid(said)) return said;
  const title = field(document, "title") ?? "";
  tell({ code: "identifier", name: fitted(title || (said ?? "CFDocument"), 60).words });
  return uuidFrom(`${said ?? ""} ${title}`);
}

/** Who lies under whom. Ties of other kinds are told by their names. */
function tiesOf(associations: readonly unknown[], tell: (line: CaseLine) => void): readonly Tie[] {
  const others = new Set<string>();
  let count = 0;
  const ties = associations.flatMap((association, at): Tie[] => {
    if (!isRecord(association)) return [];
    const kind = field(association, "associationType") ?? "?";
    const [child, parent] = ["originNodeURI", "destinationNodeURI"].map((name) => {
      const node = association[name];
      return isRecord(node) ? field(node, "identifier")?.toLowerCase() : undefined;
    });
    if (kind === "isChildOf" && child !== undefined && parent !== undefined) {
      const order = association["sequenceNumber"];
      const isNumber = typeof order === "number" && Number.isFinite(order);
      return [{ child, parent, order: isNumber ? order : at }];
    }
    others.add(fitted(kind, 40).words);
    count += 1;
    return [];
  });
  if (count > 0) tell({ code: "associations", count, names: [...others].slice(0, 12) });
  return ties;
}

function tellFields(whole: Json, document: Json, tell: (line: CaseLine) => void): void {
  const isSaid = (of: Json) => (name: string) => {
    const value = of[name];
    return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
  };
  const further = Object.keys(document).filter((name) => !OF_DOCUMENT.includes(name)).filter(isSaid(document)); // prettier-ignore
  if (further.length > 0) tell({ code: "document", names: further.slice(0, 20) });
  const lists = Object.keys(whole).filter((name) => !OF_PACKAGE.includes(name)).filter(isSaid(whole)); // prettier-ignore
  if (lists.length > 0) tell({ code: "definitions", names: lists.slice(0, 20) });
}

function aboutOf(
  document: Json,
  { language, levels }: { language: string; levels: FrameworkAbout["levels"] },
): FrameworkAbout {
  const said = (name: string, most: number) => {
    const { words } = plainWords(field(document, name) ?? "");
    return words === "" ? undefined : fitted(words, most).words;
  };
  const [title, description, creator] = [said("title", 200), said("description", 1000), said("creator", 200)]; // prettier-ignore
  const uri = uriOf(document);
  return {
    title: { [language]: title ?? "CASE" },
    language,
    ...(description ? { description: { [language]: description } } : {}),
    ...(creator ? { creator } : {}),
    ...(uri ? { uri } : {}),
    ...(levels && levels.length > 0 ? { levels } : {}),
  };
}

function competencyOf({ competency, id }: ItemRead, parent: string | undefined): Competency {
  const named = (uuid: string) => `cmp_${hexOf(uuid)}`;
  const under = parent === undefined ? {} : { parent: named(parent) };
  // What is checked here, and by the contract once it arrives.
  return { ...competency, ...under, id: named(id) } as Competency;
}
