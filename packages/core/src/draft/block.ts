import {
  Block,
  type DraftBlock,
  type DraftFault,
  type RichInline,
  type RichNode,
  type RichText,
} from "@twiza/contract";

type FaultCode = DraftFault["code"];
type Made = { readonly block: Block } | { readonly fault: FaultCode };
type Of<K extends DraftBlock["kind"]> = Extract<DraftBlock, { kind: K }>;

const isBlank = (text: string | undefined): boolean => (text ?? "").trim() === "";

const inlinesOf = (node: RichNode): readonly RichInline[] => {
  if (node.type === "paragraph") return node.content ?? [];
  if (node.type === "heading") return node.content;
  return node.content.flatMap((item) => item.content.flatMap(({ content }) => content ?? []));
};

const isBlankText = ({ content }: RichText): boolean =>
  content.every((node) => inlinesOf(node).every(({ text }) => isBlank(text)));

function pictureFault({ media, alt, decorative }: Of<"picture">): FaultCode | undefined {
  if (!media || media.type === "audio/ogg") return "no_picture";
  return isBlank(alt) && !decorative ? "no_alt" : undefined;
}

function tableFault({ head, rows }: Of<"table">): FaultCode | undefined {
  const isEmpty = head.every(isBlank) || rows.length === 0 || rows.flat().every(isBlank);
  return isEmpty ? "empty" : undefined;
}

function questionFault({ question, prompt, options, number }: Of<"question">) {
  if (isBlankText(prompt)) return "empty";
  if (question === "number") return number ? undefined : "no_number";
  if (options.length < 2) return "few_options";
  const texts = options.map(({ text }) => text.trim());
  if (texts.some(isBlank)) return "empty";
  if (new Set(texts).size < texts.length) return "same_options";
  return options.some(({ right }) => right) ? undefined : "none_right";
}

/** What a learner would miss in a block, or nothing. */
function faultIn(block: Exclude<DraftBlock, { kind: "title" }>): FaultCode | undefined {
  switch (block.kind) {
    case "text":
    case "callout":
      return isBlankText(block.doc) ? "empty" : undefined;
    case "picture":
      return pictureFault(block);
    case "audio":
      return isBlank(block.transcript) ? "no_transcript" : undefined;
    case "steps":
      return block.steps.length === 0 || block.steps.some(isBlankText) ? "empty" : undefined;
    case "table":
      return tableFault(block);
    case "question":
      return questionFault(block);
  }
}

/** What may be left out is left out when it is blank. */
const unlessBlank = (text: string | undefined): string | undefined =>
  isBlank(text) ? undefined : text;

function wholeOf(block: DraftBlock): object {
  if (block.kind === "picture" && block.decorative)
    return { ...block, alt: "", caption: undefined };
  if (block.kind === "picture" || block.kind === "table")
    return { ...block, caption: unlessBlank(block.caption) };
  if (block.kind !== "question") return block;
  const isNumber = block.question === "number";
  const options = block.options.map((option) => ({
    ...option,
    feedback: unlessBlank(option.feedback),
  }));
  return {
    ...block,
    // Another kind of question may have left these behind.
    options: isNumber ? [] : options,
    number: isNumber ? block.number : undefined,
    feedback: unlessBlank(block.feedback),
  };
}

/** The block as learners will meet it, or what is missing in it. */
export function blockOf(key: string, draft: DraftBlock): Made {
  if (draft.kind === "title") return { fault: "empty" };
  const fault = faultIn(draft);
  if (fault) return { fault };
  return { block: Block.parse({ ...wholeOf(draft), key }) };
}
