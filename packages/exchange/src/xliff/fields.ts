import type { Block, Media, RichText } from "@twiza/contract";

type Body<K extends Block["kind"]> = Omit<Extract<Block, { kind: K }>, "key" | "media"> & {
  readonly media?: Media | undefined;
};

/** A block in one language, published or still being written; the lesson's title is one too. Its key stands beside it. */
export type WrittenBlock =
  | { readonly kind: "title"; readonly text: string }
  | Body<"text">
  | Body<"picture">
  | Body<"audio">
  | Body<"callout">
  | Body<"steps">
  | Body<"table">
  | Body<"question">;

/** What is done with each field of a block that holds words; `most` is in characters. */
export type FieldChange = {
  readonly plain: (name: string, value: string, most: number) => string;
  readonly rich: (name: string, value: RichText) => RichText;
};

/** The same block with its words changed, field by field, in the order in which they are read. */
export function mapFields(block: WrittenBlock, { plain, rich }: FieldChange): WrittenBlock {
  const captionOf = (caption: string | undefined) =>
    caption === undefined ? {} : { caption: plain("caption", caption, 400) };
  switch (block.kind) {
    case "title":
      return { ...block, text: plain("text", block.text, 200) };
    case "text":
    case "callout":
      return { ...block, doc: rich("doc", block.doc) };
    case "picture": {
      // It only decorates: no translator is asked for words.
      if (block.decorative) return block;
      const alt = plain("alt", block.alt, 400);
      return { ...block, alt, ...captionOf(block.caption) };
    }
    case "audio":
      return { ...block, transcript: plain("transcript", block.transcript, 4000) };
    case "steps":
      return { ...block, steps: block.steps.map((step, at) => rich(`step.${at}`, step)) };
    case "table":
      return {
        ...block,
        ...captionOf(block.caption),
        head: block.head.map((cell, column) => plain(`head.${column}`, cell, 200)),
        rows: block.rows.map((cells, row) =>
          cells.map((cell, column) => plain(`cell.${row}.${column}`, cell, 400)),
        ),
      };
    case "question":
      return mapQuestion(block, { plain, rich });
  }
}

function mapQuestion(block: Body<"question">, { plain, rich }: FieldChange): WrittenBlock {
  const prompt = rich("prompt", block.prompt);
  const options = block.options.map((option) => {
    const text = plain(`option.${option.id}`, option.text, 400);
    if (option.feedback === undefined) return { ...option, text };
    return { ...option, text, feedback: plain(`option.${option.id}.why`, option.feedback, 1000) };
  });
  const { number, feedback } = block;
  return {
    ...block,
    prompt,
    options,
    ...(number?.unit !== undefined && {
      number: { ...number, unit: plain("unit", number.unit, 20) },
    }),
    ...(feedback !== undefined && { feedback: plain("why", feedback, 1000) }),
  };
}

/** A field that holds words. `most` characters, which of rich text the contract says piece by piece. */
export type Field =
  | { readonly name: string; readonly value: string; readonly most: number }
  | { readonly name: string; readonly value: RichText };

export function fieldsOf(block: WrittenBlock): Field[] {
  const fields: Field[] = [];
  mapFields(block, {
    plain: (name, value, most) => {
      fields.push({ name, value, most });
      return value;
    },
    rich: (name, value) => {
      fields.push({ name, value });
      return value;
    },
  });
  return fields;
}
