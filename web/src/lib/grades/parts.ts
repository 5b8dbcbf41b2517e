import type { GradedVersion } from "@twiza/contract";

/** Parts of several versions, each once, as the newest of them calls it. */
export function partsOf(versions: readonly GradedVersion[]): GradedVersion["parts"] {
  const parts = new Map<string, GradedVersion["parts"][number]>();
  for (const named of versions.flatMap((version) => version.parts))
    if (!parts.has(named.part)) parts.set(named.part, named);
  return [...parts.values()];
}
