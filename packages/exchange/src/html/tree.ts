import { Parser } from "htmlparser2";
import { ExchangeFault } from "../fault.ts";
import type { pacer } from "../pace.ts";

/** An element with all in it; names are small. */
export type HtmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (HtmlNode | string)[];
};
type Growing = { name: string; attributes: Record<string, string>; children: (Growing | string)[] };

/** What lies deeper than any page of people is put where it still may lie. */
const DEEPEST = 100;
/** Elements that may be open at once: the parser looks through all of them at each end of one. */
const MOST_OPEN = 1500;
/** Elements and texts of one page. */
const HEAVIEST = 200_000;
/** Characters of one page. */
const LONGEST = 4e6;
/** Characters that are read without a break. */
const BITE = 2 ** 16;

/**
 * A page as a tree, forgiving as browsers are. Nothing in it is run, and nothing is asked for.
 * @throws ExchangeFault `html.too_large`; and what the signal was aborted with
 */
export async function treeOf(html: string, pace: ReturnType<typeof pacer>): Promise<HtmlNode> {
  if (html.length > LONGEST) throw new ExchangeFault("html.too_large", { most: LONGEST });
  const root: Growing = { name: "", attributes: {}, children: [] };
  const parser = parserInto(root);
  for (let at = 0; at < html.length; at += BITE) {
    const bite = html.slice(at, at + BITE);
    parser.write(bite);
    await pace(bite.length);
  }
  parser.end();
  return root;
}

function parserInto(root: Growing): Parser {
  /** From the root inwards; what is open below the deepest is only counted. */
  const open = [root];
  let [below, weight] = [0, 0];
  const grow = (child: Growing | string): void => {
    weight += typeof child === "string" ? 1 : 2;
    if (weight > HEAVIEST) throw new ExchangeFault("html.too_large", { most: LONGEST });
    open.at(-1)?.children.push(child);
  };
  return new Parser(
    {
      onopentag: (name, attributes) => {
        const node = { name, attributes, children: [] };
        if (open.length > DEEPEST) {
          below += 1;
          if (below > MOST_OPEN) throw new ExchangeFault("html.too_large", { most: MOST_OPEN });
          return;
        }
        grow(node);
        open.push(node);
      },
      ontext: grow,
      onclosetag: () => {
        if (below > 0) below -= 1;
        else open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
}

/** An attribute without spaces at its ends; nothing when it is not there. */
export const attributeOf = ({ attributes }: HtmlNode, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name]?.trim() : undefined;

export const elementsOf = ({ children }: HtmlNode, ...names: readonly string[]): HtmlNode[] =>
  children.filter(
    (child): child is HtmlNode =>
      typeof child !== "string" && (names.length === 0 || names.includes(child.name)),
  );

/** Every element of these names inside, in the order of the page. */
export const findAll = (node: HtmlNode, ...names: readonly string[]): HtmlNode[] =>
  elementsOf(node).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...findAll(child, ...names),
  ]);

/** All words inside, whatever they are in: for telling what was left out. */
export const wordsIn = ({ name, children }: HtmlNode): string =>
  name === "script" || name === "style"
    ? ""
    : children.map((child) => (typeof child === "string" ? child : wordsIn(child))).join(" ");
