import * as z from "zod";
import { REFUSALS, type RefusalCode } from "./refusal.ts";

const codes = Object.keys(REFUSALS).filter((code): code is RefusalCode => code in REFUSALS);

/** RFC 9457 problem details, as every refusal and every bug travels. `title` says what happened, `detail` how to mend it, in the reader's language. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum([...codes, "internal"]),
  detail: z.string().optional(),
  requestId: z.string(),
  issues: z.array(z.strictObject({ path: z.string(), code: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
