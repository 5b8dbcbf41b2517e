import type { EnrolmentView } from "@twiza/contract";
import { GUEST } from "@twiza/client";
import type { Offered } from "../packs/card.ts";
import { phone, readKept } from "./shelf.ts";
import { owner } from "./who.svelte.ts";

/**
 * Her own version of a course, as this phone knows it without asking anybody: from the last time she opened the course. Who is
 * under way on an older version has nothing newer to download.
 */
export function hersOf(courseId: string): Offered | undefined {
  const who = owner();
  if (who === GUEST) return undefined;
  return readKept<EnrolmentView>(phone, `twiza.copy.own.${who}.enrolment.${courseId}`);
}
