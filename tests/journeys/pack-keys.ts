import { glob, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Item } from "@twiza/contract";

/** A text as it stands within JSON. */
export const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const COURSES = resolve(import.meta.dirname, "../../packages/content/courses");

/**
 * Why an option of these items is right or is not, in every language. A sentence that the author's own lessons say as well is taught,
 * and gives nothing away.
 */
export async function whysOf(items: readonly Item[]): Promise<readonly string[]> {
  const lessons: string[] = [];
  for await (const name of glob("*/lessons/*.md", { cwd: COURSES }))
    lessons.push(await readFile(resolve(COURSES, name), "utf8"));
  const taught = lessons.join("\n");
  const all = items.flatMap(({ feedback, options }) =>
    [feedback, ...options.map((option) => option.feedback)].flatMap((why) =>
      Object.values(why ?? {}).flatMap((text) => text ?? []),
    ),
  );
  return [...new Set(all)].filter((why) => !taught.includes(why));
}

const ANSWER = /"(?:right|tolerance|number|feedback|itemId)":/;
type Thing = { readonly id?: unknown; readonly itemId?: unknown };

/** What in a text of JSON stands for one of these items and knows of its answer; nothing in a text that is none. */
export function answersIn(text: string, itemIds: ReadonlySet<unknown>): readonly unknown[] {
  const found: unknown[] = [];
  const look = (_: string, value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const { id, itemId }: Thing = value;
    const isOurs = itemIds.has(id) || itemIds.has(itemId);
    if (isOurs && ANSWER.test(JSON.stringify(value))) found.push(value);
    return value;
  };
  try {
    JSON.parse(text, look);
  } catch {
    // A page, a style or a stamp.
  }
  return found;
}
