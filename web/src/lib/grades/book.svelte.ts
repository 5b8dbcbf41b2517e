import type { GradedVersion, GradeLine } from "@twiza/contract";
import { call } from "#lib";
import { paged } from "../office/paged.svelte.ts";
import { partsOf } from "./parts.ts";

/** The grades of a group, page by page, with what counts in each version that somebody is on. */
export function gradebook(cohortId: string) {
  let versions = $state.raw<readonly GradedVersion[]>([]);
  const list = paged<GradeLine>({
    read: async (after) => {
      const answer = await call("readGradebook", { params: { cohortId }, query: { after } });
      versions = [
        ...versions.filter(({ version }) => !answer.versions.some((it) => it.version === version)),
        ...answer.versions,
      ].sort((a, b) => b.version - a.version);
      return { rows: answer.learners, next: answer.next };
    },
    keyOf: ({ learnerId }) => learnerId,
  });
  return {
    list,
    /** The newest first. */
    get versions(): readonly GradedVersion[] {
      return versions;
    },
    /** Every part that a version has, as the newest calls it. */
    get parts() {
      return partsOf(versions);
    },
    versionOf: ({ version }: GradeLine): GradedVersion | undefined =>
      versions.find((each) => each.version === version),
  };
}
