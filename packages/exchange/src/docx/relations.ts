import { elementsOf } from "../xml/node.ts";
import { readWholeXml } from "../xml/read-xml.ts";
import type { Zip } from "../zip/open-zip.ts";

/** Where a part of the document leads: to another part by its full name, or out of it. */
export type Relation = {
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
};

/** `word/document.xml` and `media/a.png` make `word/media/a.png`. A target may not climb out of the archive. */
function resolve(part: string, target: string): string {
  const steps = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

const relationsName = (part: string): string => {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
};

/** The relations of a part by their ids; of the package itself for the part named "". */
export async function readRelations(
  zip: Zip,
  part: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Relation>> {
  const pieces = zip.stream(relationsName(part));
  if (!pieces) return new Map();
  const root = await readWholeXml(pieces, signal);
  return new Map(
    elementsOf(root, "rel:Relationship").map(({ attributes }) => {
      const target = attributes.get("Target") ?? "";
      const isOutside = attributes.get("TargetMode") === "External";
      const type = (attributes.get("Type") ?? "").split("/").at(-1) ?? "";
      return [
        attributes.get("Id") ?? "",
        { type, isOutside, target: isOutside ? target : resolve(part, target) },
      ];
    }),
  );
}

/** The part that the package or the document names as its own of that type. */
export const relatedPart = (
  relations: ReadonlyMap<string, Relation>,
  type: string,
): string | undefined =>
  [...relations.values()].find((each) => each.type === type && !each.isOutside)?.target;
