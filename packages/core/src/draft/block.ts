import {
  Block,
  type DraftBlock,
  type DraftFault,
  isFileType,
  isVideoType,
  type RichInline,
  type RichNode,
  type RichText,
} from "@twiza/contract";
import {
  HEARD_KINDS,
  isMarked,
  PARTIAL_KINDS,
  unanswerable,
  withSteps,
} from "@twiza/contract/marking";

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

type Picture = Of<"gallery">["pictures"][number];
function pictureFault({ media, alt, decorative }: Omit<Picture, "id">): FaultCode | undefined {
  if (!media?.type.startsWith("image/")) return "no_picture";
  return isBlank(alt) && !decorative ? "no_alt" : undefined;
}

function tableFault({ head, rows }: Of<"table">): FaultCode | undefined {
  const isEmpty = head.every(isBlank) || rows.length === 0 || rows.flat().every(isBlank);
  return isEmpty ? "empty" : undefined;
}

function questionFault(draft: Of<"question">): FaultCode | undefined {
  const { question, prompt, options, number, picture, feedback } = questionOf(draft);
  if (isBlankText(prompt)) return "empty";
  if (question === "number") return number ? undefined : "no_number";
  const texts = options.map(({ text }) => text.trim());
  if (texts.some(isBlank)) return "empty";
  if (question === "open" && isBlank(feedback) && texts.length === 0) return "no_answer";
  // Two gaps may want the same word.
  const told = options.map(({ gap, text }) => `${gap ?? ""} ${text.trim()}`);
  if (new Set(told).size < told.length) return "same_options";
  if (picture && isBlank(picture.alt)) return "no_alt";
  const said = prompt.content.flatMap(inlinesOf).map(({ text }) => text).join("\n"); // prettier-ignore
  const fault = unanswerable({ question, options, picture, prompt: said });
  // Of a question of practice more than one answer may be right, and any of them will do.
  return fault === "several_right" ? undefined : fault;
}

function galleryFault({ view, pictures }: Of<"gallery">): FaultCode | undefined {
  const isFew = pictures.length < 2 || (view === "compare" && pictures.length > 2);
  return isFew ? "few_pictures" : pictures.map(pictureFault).find((fault) => fault !== undefined);
}

function fileFault({ media, title }: Of<"file">): FaultCode | undefined {
  if (!media || !isFileType(media.type)) return "no_file";
  return isBlank(title) ? "empty" : undefined;
}

function videoFault({ media, sound, poster, seconds, title, transcript, captions }: Of<"video">) {
  if (!media || !isVideoType(media.type) || seconds === 0) return "no_video";
  if (sound && sound.type !== "audio/ogg") return "no_video";
  if (poster && !poster.type.startsWith("image/")) return "no_picture";
  if (isBlank(title) || captions.some(({ from, to, text }) => to <= from && !isBlank(text)))
    return "empty";
  return isBlank(transcript) ? "no_transcript" : undefined;
}

function linkFault({ href, title }: Of<"link">): FaultCode | undefined {
  if (!/^https:\/\/\S+$/i.test(href) || !URL.canParse(href)) return "no_address";
  return isBlank(title) ? "empty" : undefined;
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
    case "term":
      return isBlank(block.term) || isBlankText(block.doc) ? "empty" : undefined;
    case "file":
      return fileFault(block);
    case "gallery":
      return galleryFault(block);
    case "link":
      return linkFault(block);
    case "video":
      return videoFault(block);
  }
}

/** What may be left out is left out when it is blank. */
const unlessBlank = (text: string | undefined): string | undefined =>
  isBlank(text) ? undefined : text;

const wholePicture = <P extends Omit<Picture, "id">>(picture: P) =>
  picture.decorative
    ? { ...picture, alt: "", caption: undefined }
    : { ...picture, caption: unlessBlank(picture.caption) };

function wholeOf(block: DraftBlock): object {
  if (block.kind === "picture") return wholePicture(block);
  if (block.kind === "gallery") return { ...block, pictures: block.pictures.map(wholePicture) };
  if (block.kind === "table") return { ...block, caption: unlessBlank(block.caption) };
  if (block.kind === "video") {
    const said = block.captions.filter(({ text }) => !isBlank(text));
    return { ...block, captions: said.toSorted((a, b) => a.from - b.from) };
  }
  if (block.kind === "file" || block.kind === "link")
    return { ...block, about: unlessBlank(block.about) };
  if (block.kind !== "question") return block;
  return questionOf(block);
}

/** A question without what another kind of question may have left behind, and without what is blank. */
function questionOf(block: Of<"question">) {
  const { question } = block;
  const isNumber = question === "number";
  const mayBePart = PARTIAL_KINDS.includes(question);
  const said = question === "likert" ? withSteps(block.options) : block.options;
  const isRated = isMarked(question);
  const options = said.map(({ feedback, pair, gap, spot, right, ...option }) => ({
    ...option,
    right: isRated && right,
    feedback: isRated ? unlessBlank(feedback) : undefined,
    pair: question === "match" ? unlessBlank(pair) : undefined,
    gap: question === "cloze" ? gap : undefined,
    spot: question === "hotspot" ? spot : undefined,
  }));
  return {
    ...block,
    options: isNumber ? [] : options,
    number: isNumber ? block.number : undefined,
    credit: mayBePart ? block.credit : undefined,
    heard: HEARD_KINDS.includes(question) ? block.heard : undefined,
    feedback: unlessBlank(block.feedback),
    hint: unlessBlank(block.hint),
  };
}

/** The block as learners will meet it, or what is missing in it. */
export function blockOf(key: string, draft: DraftBlock): Made {
  if (draft.kind === "title") return { fault: "empty" };
  const fault = faultIn(draft);
  if (fault) return { fault };
  return { block: Block.parse({ ...wholeOf(draft), key }) };
}
