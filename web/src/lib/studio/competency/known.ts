import type { Competency, Framework } from "@twiza/contract";
import { call } from "#lib";

let all: Promise<readonly Framework[]> | undefined;

/** Every framework of the organisation, whole. Asked once a page, since a form opens many times. @throws Problem */
export function knownFrameworks(): Promise<readonly Framework[]> {
  all ??= read();
  all.catch(() => (all = undefined));
  return all;
}
/** They have changed: the next form asks anew. */
export const forgetFrameworks = (): void => void (all = undefined);

async function read(): Promise<readonly Framework[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await call("listFrameworks", { query: { after } });
    ids.push(...page.frameworks.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return Promise.all(ids.map((frameworkId) => call("readFramework", { params: { frameworkId } })));
}

/** How deep each lies, by its id. A parent stands before what lies under it. */
export function depthsOf(competencies: readonly Competency[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parent } of competencies)
    depths.set(id, parent === undefined ? 0 : (depths.get(parent) ?? -1) + 1);
  return depths;
}

/** Whether what it says, in any language, or its short name holds all these words. */
export function hasWords({ code = "", statement }: Competency, words: string): boolean {
  const said = [code, ...Object.values(statement)].join(" ").toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
