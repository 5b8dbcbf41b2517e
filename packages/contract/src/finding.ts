import * as z from "zod";
import { DraftFault } from "./draft.what.ts";
import { ModuleId } from "./id.ts";

/** What is not yet good, though nothing is missing: none of these keeps a course from being published. */
const REMARKS = [
  "twin_options",
  "long_paragraph",
  "long_sentence",
  "hard_to_read",
  "heavy_picture",
  "heavy_module",
  "heavy_video",
  "no_captions",
  "no_voice",
  "not_heard",
  "dead_link",
  "competency_gone",
] as const;

/** What is missing or not yet good in a draft: where it is, what, and what was measured against what. */
export const Finding = DraftFault.extend({
  code: z.enum([...DraftFault.shape.code.options, ...REMARKS]),
  moduleId: ModuleId.optional(),
  /** Words, bytes or a measure of reading, as the code has it, and the most that is good. */
  figure: z.number().optional(),
  most: z.number().optional(),
});
export type Finding = z.infer<typeof Finding>;
