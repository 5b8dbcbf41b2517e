import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ContentLanguage, type Language, LANGUAGES } from "@twiza/contract";
import type * as z from "zod";
import { type ContentFault, reportInto } from "./fault.ts";

export type Folder = {
  readonly path: string;
  /** What the ids of its things are made of: renaming it makes new ones. */
  readonly slug: string;
  /** The language that all of it must be in; without it, that of each file. */
  readonly source?: Language;
};

type Read<Thing> =
  | { readonly languages: readonly ContentLanguage[]; readonly thing: Thing }
  | { readonly faults: readonly { readonly line: number; readonly sentence: string }[] };

/** How things of one kind are read: one file each, with all its languages in it. */
export type Kind<S extends z.ZodType> = {
  /** The folder that they lie in, as faults name it. */
  readonly folder: string;
  readonly what: string;
  readonly read: (text: string) => Read<object>;
  readonly idOf: (name: string) => string;
  readonly schema: S;
};

/** Things of a folder, each a Markdown file, in the order of their names; none where there is no such folder. */
export function readFolder<S extends z.ZodType>(
  { folder, what, read, idOf, schema }: Kind<S>,
  { path, slug, source }: Folder,
  faults: ContentFault[],
): readonly z.output<S>[] {
  const names = existsSync(path) ? readdirSync(path).sort() : [];
  return names.flatMap((name) => {
    const report = reportInto(faults, `${folder}/${name}`);
    const [, key] = /^([a-z0-9][a-z0-9-]{0,59})\.md$/.exec(name) ?? [];
    if (key === undefined) {
      report(1, `${what} is a file <key>.md, with all its languages in it`);
      return [];
    }
    const said = read(readFileSync(join(path, name), "utf8"));
    if ("faults" in said) {
      for (const { line, sentence } of said.faults) report(line, sentence);
      return [];
    }
    const [first, ...others] = said.languages;
    if (source && first !== source) report(1, `write it in the language of the course first: ${source}`); // prettier-ignore
    const strange = [first, ...others].find((each) => !LANGUAGES.some((known) => known === each));
    if (strange !== undefined) report(1, `“${strange}” is no language of ours`);
    const thing = schema.safeParse({ id: idOf(`${slug}/${key}`), ...said.thing });
    if (thing.success) return [thing.data];
    for (const { path: at, message } of thing.error.issues)
      report(1, `${at.join(".")}: ${message}`);
    return [];
  });
}
