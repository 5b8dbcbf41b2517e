type Stretch = { readonly from: number; readonly to: number };
/** A piece of a text, with the numbers of what is said to it, from 1. */
export type Segment = { readonly text: string; readonly notes: readonly number[] };

/** A text cut wherever something that is said to it begins or ends. Offsets are UTF-16 units; what lies beyond the text is cut off. */
export function segmentsOf(
  text: string,
  notes: readonly (Stretch & { readonly number: number })[],
): readonly Segment[] {
  const within = (at: number): number => Math.min(Math.max(at, 0), text.length);
  const cuts = [0, text.length, ...notes.flatMap(({ from, to }) => [within(from), within(to)])];
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      notes: notes.filter((note) => note.from < to && note.to > from).map(({ number }) => number),
    };
  });
}

/** The stretch of the words that are selected in an element whose whole text is the work; nothing where nothing or something else is. */
export function selectedIn(root: HTMLElement, selection: Selection | null): Stretch | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const to = from + range.toString().length;
  return to > from ? { from, to } : undefined;
}
