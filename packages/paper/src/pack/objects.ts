/** An object as Typst writes it: what it says, and the bytes that come with it. */
export type Written = {
  readonly number: number;
  readonly text: string;
  readonly stream?: Uint8Array;
};
export type Taken = {
  /** The objects, rising. */
  readonly objects: readonly Written[];
  /** What the index says of the whole: its root, its name. */
  readonly trailer: string;
};

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/**
 * Takes a file of Typst's apart by its index. It is our own compiler's, so that what does not fit is a bug of ours.
 * @throws Error where it is written otherwise than Typst 0.14 does
 */
export function takenApart(pdf: Uint8Array): Taken {
  const from = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(pdf.subarray(-64)))?.[1]);
  const [, index = "", trailer = ""] =
    /^xref\s+0 \d+\s+([^]*?)trailer\s*<<([^]*)>>\s*startxref/.exec(latin1(pdf.subarray(from))) ??
    [];
  const places = [...index.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, at]) => Number(at));
  if (places.length === 0) throw new Error("this PDF has no index that is known");
  const rising = places.toSorted((one, other) => one - other);
  const objects = rising.map((at, place) =>
    objectIn(pdf.subarray(at, rising[place + 1] ?? from), at),
  );
  return { objects: objects.toSorted((a, b) => a.number - b.number), trailer };
}

function objectIn(bytes: Uint8Array, at: number): Written {
  const whole = latin1(bytes);
  const [head, digits] = /^(\d+) 0 obj\s+/.exec(whole) ?? [];
  if (head === undefined) throw new Error(`no object begins at ${at}`);
  const number = Number(digits);
  const opens = /\nstream\r?\n/.exec(whole);
  if (!opens) return { number, text: whole.slice(head.length, whole.lastIndexOf("endobj")).trim() };
  const text = whole.slice(head.length, opens.index).trim();
  const begin = opens.index + opens[0].length;
  const length = Number(/\/Length (\d+)/.exec(text)?.[1]);
  if (!/^\s*endstream/.test(whole.slice(begin + length, begin + length + 12)))
    throw new Error(`object ${number} is not as long as it says`);
  return { number, text, stream: bytes.subarray(begin, begin + length) };
}
