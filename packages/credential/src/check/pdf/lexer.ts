/** A value of a PDF (ISO 32000-1 §7.3), as far as attachments need it. Strings stay in Latin-1. */
export type PdfValue =
  | number
  | boolean
  | null
  | { readonly name: string }
  | { readonly string: string }
  | { readonly ref: number }
  | readonly PdfValue[]
  | PdfDictionary;
export type PdfDictionary = { readonly entries: ReadonlyMap<string, PdfValue> };

/** No writer nests deeper; who does wants to fill the stack. */
const DEEPEST = 32;
const BLANK = /[\0\t\n\f\r ]/;
const END = /[\0\t\n\f\r ()<>[\]{}/%]/;

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === "object" && value !== null && "entries" in value && value.entries instanceof Map;

/** Reads values out of a text of Latin-1, one after another. @throws SyntaxError where there is none */
export class PdfLexer {
  readonly text: string;
  at: number;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  value(depth = 0): PdfValue {
    this.skip();
    if (depth > DEEPEST) throw new SyntaxError("nested too deep");
    const sign = this.text[this.at];
    if (sign === undefined) throw new SyntaxError("the file ends here");
    if (this.text.startsWith("<<", this.at)) return this.dictionary(depth);
    if (sign === "[") return this.array(depth);
    if (sign === "/") return { name: this.name() };
    if (sign === "(") return { string: this.literal() };
    if (sign === "<") return { string: this.hex() };
    return this.plain();
  }

  /** Passes over blanks and comments. */
  skip(): void {
    for (;;) {
      while (BLANK.test(this.text[this.at] ?? "x")) this.at += 1;
      if (this.text[this.at] !== "%") return;
      while (!/[\r\n]/.test(this.text[this.at] ?? "\n")) this.at += 1;
    }
  }

  private dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    for (;;) {
      this.skip();
      if (this.text.startsWith(">>", this.at)) break;
      if (this.text[this.at] !== "/") throw new SyntaxError("a key is a name");
      const key = this.name();
      entries.set(key, this.value(depth + 1));
    }
    this.at += 2;
    return { entries };
  }

  private array(depth: number): readonly PdfValue[] {
    const values: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      this.skip();
      if (this.text[this.at] === "]") break;
      values.push(this.value(depth + 1));
    }
    this.at += 1;
    return values;
  }

  private name(): string {
    this.at += 1;
    return this.word().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  private literal(): string {
    const from = this.at + 1;
    for (let depth = 0; this.at < this.text.length; this.at += 1) {
      const sign = this.text[this.at];
      if (sign === "\\") this.at += 1;
      else if (sign === "(") depth += 1;
      else if (sign === ")" && --depth === 0) {
        this.at += 1;
        return this.text.slice(from, this.at - 1);
      }
    }
    throw new SyntaxError("a string has no end");
  }

  private hex(): string {
    const end = this.text.indexOf(">", this.at);
    if (end < 0) throw new SyntaxError("a string has no end");
    const digits = this.text.slice(this.at + 1, end).replace(/[^0-9a-fA-F]/g, "");
    this.at = end + 1;
    return (digits.match(/../g) ?? [])
      .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
      .join("");
  }

  private plain(): PdfValue {
    const reference = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z0-9])/y;
    reference.lastIndex = this.at;
    const [whole, number] = reference.exec(this.text) ?? [];
    if (whole !== undefined) {
      this.at += whole.length;
      return { ref: Number(number) };
    }
    const word = this.word();
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw new SyntaxError(`not a value: ${word}`);
    return Number(word);
  }

  private word(): string {
    const from = this.at;
    while (this.at < this.text.length && !END.test(this.text[this.at] ?? " ")) this.at += 1;
    if (this.at === from && this.text[from - 1] !== "/") throw new SyntaxError("no value here");
    return this.text.slice(from, this.at);
  }
}
