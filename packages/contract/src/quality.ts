/** The door to what is good in a course: rules that the author's device and the server both ask. No zod is in it. */
export { MEASURES, REVIEWED_AT_ONCE } from "./quality/measures.ts";
export { remarksOn, type WrittenLesson } from "./quality/remarks.ts";
export { foldedOf, hasTwinOptions } from "./quality/twins.ts";
export { isSpoken, unheard } from "./quality/voices.ts";
export { heavyModules, type Weight, weightIn } from "./quality/weights.ts";
export { textsOf } from "./quality/pieces.ts";
export type { Weighed } from "./pack-choice.ts";
export { mediaOf } from "./block-media.ts";
