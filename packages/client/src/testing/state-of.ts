import type { CourseState } from "../entry.ts";
import { courseStates } from "../outbox.ts";
import type { Phone } from "../phone.ts";

/** Where somebody stands in one course by what her phone knows; at nothing if she has not touched it. */
export async function stateOf(
  phone: Phone,
  { learnerId, courseId }: { learnerId: string; courseId: string },
): Promise<CourseState> {
  const states = await courseStates(phone, learnerId);
  const found = states.find((state) => state.courseId === courseId);
  return found ?? { courseId, known: {}, progress: {}, reached: {} };
}
