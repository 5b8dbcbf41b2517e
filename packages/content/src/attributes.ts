import type { ContainerDirective } from "mdast-util-directive";
import type { Report } from "./fault.ts";

/** What may stand in the braces of each kind of block, beside its `#name`. */
export const ATTRIBUTES = {
  text: [],
  picture: ["src", "alt", "decorative"],
  audio: ["src", "seconds"],
  callout: ["tone"],
  steps: [],
  table: ["caption"],
  question: ["kind", "answer", "tolerance", "unit", "credit", "hint", "picture", "alt"],
  term: ["word"],
  file: ["src", "title"],
  gallery: ["view"],
  link: ["href", "title"],
  video: ["src", "sound", "poster", "seconds", "title"],
} as const;
export type BlockName = keyof typeof ATTRIBUTES;

export const isBlockName = (name: string): name is BlockName => Object.hasOwn(ATTRIBUTES, name);

/** The braces of one block: its key, and the text of an attribute when it is there. */
export type Attributes = {
  readonly key: string;
  readonly text: (name: string) => string | undefined;
};

/** The attributes of a block; unknown ones are reported, since a misspelt one would be lost without a word. */
export function attributesOf(
  node: ContainerDirective,
  name: BlockName,
  report: Report,
): Attributes {
  const given = new Map(Object.entries(node.attributes ?? {}));
  const known: readonly string[] = ["id", ...ATTRIBUTES[name]];
  for (const attribute of given.keys())
    if (!known.includes(attribute))
      report(node, `${name} knows no ${attribute}: it may have ${known.join(", ")}`);
  const key = given.get("id") ?? "";
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(key))
    report(node, `${name} “${key}”: name it {#name} in small Latin letters, digits and -`);
  return {
    key,
    text: (attribute) => {
      const value = given.get(attribute)?.trim();
      return value === "" ? undefined : value;
    },
  };
}
