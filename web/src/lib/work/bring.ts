import type { Manifest } from "@twiza/contract";
import { also } from "../i18n.svelte.ts";
import { bringAhead } from "./ahead.ts";
import MyWork from "./MyWork.svelte";
import { WORK } from "./volume.ts";
import { addressOfWork } from "./way.ts";

/**
 * Brings what shows a learner the work of a course, with its words, and in the quiet all that it is done with.
 * @throws TypeError without network, until it came once
 */
export async function bringWork(
  courseId: string,
  assignments: NonNullable<Manifest["assignments"]>,
): Promise<typeof MyWork> {
  await also(WORK);
  bringAhead(addressOfWork(courseId, assignments[0]?.id ?? ""), assignments);
  return MyWork;
}
