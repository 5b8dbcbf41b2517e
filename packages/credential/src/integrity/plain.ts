import { isRecord } from "../proof.ts";

/**
 * Whether its JSON reads as its graph does. A signature over the graph holds for every way to write it: a context of somebody's own, a
 * keyword of JSON-LD, or a nothing, would let the same graph say something else to whoever reads the JSON.
 */
export function isPlain(
  document: Readonly<Record<string, unknown>>,
  contexts: ReadonlyMap<string, object>,
): boolean {
  const { "@context": used, endorsement, ...rest } = document;
  const names = [used].flat();
  const areKnown = names.every((name) => typeof name === "string" && contexts.has(name));
  const within = endorsement === undefined ? [] : [endorsement].flat();
  return (
    names.length > 0 &&
    areKnown &&
    hasNoKeyword(rest, 24) &&
    within.every((each) => isPlainWithin(each, used))
  );
}

/** What others have signed within a document are documents of their own: with the very contexts of the whole, and as plain. */
function isPlainWithin(document: unknown, used: unknown): boolean {
  if (!isRecord(document)) return false;
  const { "@context": own, ...rest } = document;
  return JSON.stringify(own) === JSON.stringify(used) && hasNoKeyword(rest, 24);
}

function hasNoKeyword(value: unknown, depth: number): boolean {
  if (typeof value !== "object") return true;
  if (value === null || depth === 0) return false;
  return Object.entries(value).every(
    ([name, each]) => !name.startsWith("@") && hasNoKeyword(each, depth - 1),
  );
}
