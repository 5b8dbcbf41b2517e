import type { ContainerDirective } from "mdast-util-directive";

/** What stands in the braces of a `:::block`; nothing when it is empty. */
export function attributeOf({ attributes }: ContainerDirective, name: string): string | undefined {
  const given = attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof given === "string" && given.trim() !== "" ? given : undefined;
}
