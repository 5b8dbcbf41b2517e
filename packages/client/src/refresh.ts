import { courseKey, COURSES, type CourseState, ENTRIES } from "./entry.ts";
import { withEvents } from "./merge.ts";
import { stateIn, stepsOf } from "./state.ts";
import type { Phone } from "./phone.ts";

/**
 * Works progress out anew after a refusal: what was refused counts no longer, for otherwise a lesson would look done that the
 * certificate still waits for. Done when somebody looks, so that a long queue is read once and not at every refusal.
 */
export const refreshed = (
  phone: Phone,
  whose: { readonly learnerId: string; readonly courseId: string },
): Promise<CourseState> =>
  phone.database.run("write", [ENTRIES, COURSES], async (tx) => {
    const state = await stateIn(tx, whose);
    const entries = await tx.list(ENTRIES, [whose.learnerId, whose.courseId]);
    const progress = withEvents(state.known, entries.flatMap(stepsOf));
    const fresh: CourseState = { ...state, progress, isStale: false };
    await tx.put(COURSES, courseKey(whose.learnerId, whose.courseId), fresh);
    return fresh;
  });
