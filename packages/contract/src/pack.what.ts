import * as z from "zod";
import { CourseId } from "./id.ts";
import { what } from "./operation.ts";
import { PackSignature } from "./pack.ts";
import { whose } from "./whose.ts";

export const packWhat = what({
  readPackSignature: {
    summary: "What proves, also without network, that a version's list of files is ours",
    params: z.strictObject({
      courseId: CourseId,
      version: z.string().regex(/^[1-9]\d{0,5}$/),
    }),
    query: z.strictObject(whose),
    reply: z.strictObject({ signature: PackSignature }),
    refusals: ["not_found"],
  },
});
