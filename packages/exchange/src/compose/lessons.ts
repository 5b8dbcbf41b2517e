import { type FlowItem, type FlowParagraph, wordsOf } from "../flow/flow.ts";
import { oneLine } from "../flow/one-line.ts";
import type { Telling } from "../flow/remarks.ts";

/** A lesson before its blocks are made. */
export type Draft<Own = never> = {
  readonly title: string;
  readonly at: number;
  readonly items: readonly FlowItem<Own>[];
};

const isHeadingOne = (item: FlowItem<unknown>): item is FlowParagraph =>
  item.kind === "paragraph" && item.role.type === "heading" && item.role.level === 1;
const isTitle = (item: FlowItem<unknown>): item is FlowParagraph =>
  item.kind === "paragraph" && item.role.type === "title";

/** What the contract lets a title be, in characters. */
const LONGEST = 200;

type Titled = { readonly title: string; readonly rest: FlowParagraph[] };

/** A paragraph as a title, with what a title cannot hold: its pictures, and all its words if they are too many. */
function titleOf(item: FlowParagraph, remarks: Telling): Titled {
  const whole = oneLine(wordsOf(item.content));
  // Titles are bold everywhere.
  if (item.content.some(({ marks = [] }) => marks.some(({ type }) => type !== "bold"))) {
    remarks.begin(item.at);
    remarks.tally("changed", "formatting.dropped", "title");
    remarks.end(whole);
  }
  const hasMore = item.pictures.length > 0;
  if (whole.length <= LONGEST)
    return { title: whole, rest: hasMore ? [{ ...item, content: [] }] : [] };
  remarks.begin(item.at);
  remarks.add("changed", "title.shortened", { title: whole.slice(0, 80) });
  remarks.end(whole);
  const title = `${whole.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
  return { title, rest: [{ ...item, role: { type: "body" } }] };
}

const tellMissing = (at: number, remarks: Telling): void => {
  remarks.begin(at);
  remarks.add("changed", "title.missing");
  remarks.end("");
};

/** Each heading 1 begins a lesson; what stands before the first one is a lesson of its own, called as the document is. */
function byHeadings<Own>(
  items: readonly FlowItem<Own>[],
  name: Titled | undefined,
  remarks: Telling,
): Draft<Own>[] {
  const starts = items.flatMap((item, index) => (isHeadingOne(item) ? [index] : []));
  const lessons = starts.map((start, index): Draft<Own> => {
    const [head, ...body] = items.slice(start, starts[index + 1]);
    const { title, rest } =
      head && isHeadingOne(head) ? titleOf(head, remarks) : { title: "", rest: [] };
    return { title, at: head?.at ?? 1, items: [...rest, ...body] };
  });
  const before: FlowItem<Own>[] = [...(name?.rest ?? []), ...items.slice(0, starts[0])];
  if (before.length === 0) return lessons;
  const at = before[0]?.at ?? 1;
  if (!name) tellMissing(at, remarks);
  return [{ title: name?.title ?? "", at, items: before }, ...lessons];
}

/** The lessons of a document, and what it is called itself. */
export function lessonsOf<Own>(
  all: readonly FlowItem<Own>[],
  remarks: Telling,
): { readonly title: string | undefined; readonly lessons: readonly Draft<Own>[] } {
  const named = all.find(isTitle);
  const name = named && titleOf(named, remarks);
  const items = all.filter((item) => item !== named);
  const ones = items.filter(isHeadingOne);
  const [only] = ones;
  if (named && name && ones.length > 1) {
    remarks.begin(named.at);
    remarks.add("imported", "title.of_document", { title: name.title });
    remarks.end(name.title);
  }
  if (ones.length > 1) return { title: name?.title, lessons: byHeadings(items, name, remarks) };
  if (name)
    return {
      title: name.title,
      lessons: [{ title: name.title, at: 1, items: [...name.rest, ...items] }],
    };
  if (!only) {
    tellMissing(1, remarks);
    return { title: undefined, lessons: [{ title: "", at: 1, items }] };
  }
  const { title, rest } = titleOf(only, remarks);
  const whole = items.flatMap((item): FlowItem<Own>[] => (item === only ? rest : [item]));
  return { title, lessons: [{ title, at: 1, items: whole }] };
}
