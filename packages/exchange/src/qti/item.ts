import { plainTextOf } from "../compose/rich-text.ts";
import { insideTree } from "../html/inside.ts";
import { attributeOf, elementsOf, findAll, type HtmlNode } from "../html/tree.ts";
import { questionOf } from "../questions/question.ts";
import { shownOf } from "../questions/shown.ts";
import { quoted } from "../quoted.ts";
import type { FurtherItem } from "../reading.ts";
import { askedIn, interactionsIn, isGap, isOurGap, type Reads, standsAlone } from "./asked.ts";
import { readChoice, readMatch, readOrder, type ReadInteraction } from "./choices.ts";
import { type Context, type Found, wordsIn } from "./context.ts";
import { withFeedback } from "./feedback.ts";
import { readHotspot } from "./hotspot.ts";
import { readGapMatch, readGaps, readNumber, readShort } from "./gaps.ts";
import { textIn } from "./tree.ts";

const READERS: Readonly<Record<string, ReadInteraction>> = {
  "qti-choice-interaction": readChoice,
  "qti-order-interaction": readOrder,
  "qti-match-interaction": readMatch,
  "qti-associate-interaction": readMatch,
  "qti-hotspot-interaction": readHotspot,
  "qti-extended-text-interaction": async () => ({ question: "open", options: [] }),
  "qti-gap-match-interaction": async (node, context) => readGapMatch(node, context),
};

/** One that is answered, whatever it is called. */
async function readInteractions(
  nodes: readonly HtmlNode[],
  body: HtmlNode,
  context: Context,
): Promise<Reads> {
  const { item, remarks } = context;
  const [only] = nodes;
  if (only && nodes.length === 1 && only.name === "qti-text-entry-interaction") {
    const { baseType } = context.declared(attributeOf(only, "response-identifier") ?? "");
    const isWithin = isOurGap(only) || !standsAlone(only, body);
    if (/^(?:float|integer)$/.test(baseType)) return { found: readNumber(only, context), isWithin };
    if (!isWithin) return { found: readShort(only, context), isWithin };
  }
  if (only && nodes.every(isGap)) return { found: readGaps(nodes, context), isWithin: true };
  const read = only && nodes.length === 1 && Object.hasOwn(READERS, only.name) ? READERS[only.name] : undefined; // prettier-ignore
  if (only && read) return { found: await read(only, context), isWithin: false };
  const kind = nodes.map(({ name }) => name).join(" ") || "qti-item-body";
  const words = [attributeOf(item, "title"), textIn(body)].find(Boolean) ?? "";
  remarks.add("skipped", "question.kind", { kind: quoted(kind), words: quoted(words) });
  return { found: undefined, isWithin: false };
}

type Rubrics = { readonly hint: string | undefined; readonly points: readonly string[] };

/** What is to be read by others than who answers: a hint of ours is one of them, and what to look for in an open answer. */
function rubricsOf(body: HtmlNode, context: Context): Rubrics {
  let hint: string | undefined;
  const points: string[] = [];
  for (const node of findAll(body, "qti-rubric-block")) {
    const words = wordsIn(node, context);
    if (attributeOf(node, "use") === "ext:hint") hint = words;
    else if (attributeOf(node, "use") === "ext:point") points.push(words);
    else if (words)
      context.remarks.add("skipped", "question.rubric_dropped", { words: quoted(words) });
  }
  return { hint, points };
}

const withPoints = (found: Found, points: readonly string[]): Found =>
  found.question === "open"
    ? { ...found, options: points.map((text) => ({ text, right: false })) }
    : found;

/** One item as a question, with what has no place in it behind it. */
export async function readItem(
  context: Context,
): Promise<{ readonly items: readonly FurtherItem[]; readonly words: string }> {
  const { item, remarks, at } = context;
  const [body] = elementsOf(item, "qti-item-body");
  const words = attributeOf(item, "title") ?? "";
  if (!body) {
    remarks.add("skipped", "question.prompt", { words: quoted(words) });
    return { items: [], words };
  }
  const reads = await readInteractions(interactionsIn(body), body, context);
  const { docs, pictures, after } = insideTree(askedIn(body, reads), context);
  const { hint, points } = rubricsOf(body, context);
  if (!reads.found) return { items: [], words };
  const found = withFeedback(withPoints(reads.found, points), context);
  const prompt = docs.length === 1 ? docs[0] : undefined;
  const begins = words || (prompt ? plainTextOf(prompt) : "");
  const block = questionOf({ ...found, prompt, hint }, remarks);
  if (!block) return { items: after, words: begins };
  const [first, ...others] = pictures;
  // The places of a hotspot lie on its own picture, which stands last.
  const isOnIt = found.question === "hotspot";
  const picture = isOnIt ? pictures.at(-1) : first;
  const behind = isOnIt ? pictures.slice(0, -1) : others;
  const shows = shownOf(block, { picture, options: found.pictures ?? [] });
  const ready = { kind: "ready", at, block, words: begins, pictures: behind, ...shows } as const;
  return { items: [ready, ...after], words: begins };
}
