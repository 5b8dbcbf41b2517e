import { type Option, putOptions, type Writing } from "./asking.ts";

/** The steps of a scale as so many: those between its ends come and go, and the words of the ends stay. */
export function withStepCount(writing: Writing, count: number): void {
  const steps = [...writing.asking.options];
  while (steps.length > count) steps.splice(-2, 1);
  // Each has a name of its own before the next one is asked for one.
  while (steps.length < count) {
    const asking = { ...writing.asking, options: steps };
    const step: Option = { id: freshId({ ...writing, asking }, steps), text: "", right: false };
    steps.splice(Math.max(1, steps.length - 1), 0, step);
  }
  putOptions(writing, steps);
}

/** A name that no other step has, though the question does not have the new ones yet. */
function freshId({ newId }: Writing, steps: readonly Option[]): string {
  const taken = new Set(steps.map(({ id }) => id));
  const id = newId();
  if (!taken.has(id)) return id;
  return Array.from({ length: 99 }, (_, at) => `o${at + 1}`).find((each) => !taken.has(each)) ?? id;
}
