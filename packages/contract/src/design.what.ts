import * as z from "zod";
import { CertificateDesign, DesignLook, DesignPicture } from "./design.ts";
import { PAPER_LANGUAGES } from "./design-rules.ts";
import { CertificateId, DesignId, IntentId } from "./id.ts";
import { what } from "./operation.ts";
import { text } from "./text.ts";

const params = z.strictObject({ designId: DesignId });
const PaperLanguages = z.enum(PAPER_LANGUAGES);

/** A design as its page shows it, and the revision that it was read at. */
export const Design = CertificateDesign.omit({
  organisationId: true,
  changedBy: true,
  print: true,
}).extend({ revision: z.int().positive() });
export type Design = z.infer<typeof Design>;

const intent = z.strictObject({ intentId: IntentId });
/** A file by its type, in base64: replies are JSON, whatever is in them. */
const file = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), base64: z.string(), name: z.string() });

/** What is asked for and answered alike, whichever file it is. */
const paper = <T extends string>(type: T) => ({
  params: z.strictObject({ certificateId: CertificateId }),
  query: z.strictObject({ language: PaperLanguages.optional() }),
  reply: file(type),
  refusals: [
    "not_found",
    "learner.required",
    "certificate.erased",
    "paper.revoked",
    "paper.undisplayable",
    "paper.unavailable",
  ] as const,
});

export const designWhat = what({
  listDesigns: {
    summary: "The designs of the organisation's certificates, and those in the bin",
    reply: z.strictObject({ designs: z.array(Design) }),
    refusals: ["not_found"],
  },
  saveDesign: {
    summary:
      "Write a design of certificates; one that is not there yet begins, under the id that its writer made. What was issued keeps its own",
    params,
    body: z.strictObject({
      intentId: IntentId,
      /** The revision that its writer saw; none of a new one. */
      seen: z.int().positive().optional(),
      name: text(80),
      look: DesignLook,
      everywhere: z.boolean(),
      courses: CertificateDesign.shape.courses,
    }),
    reply: Design,
    refusals: [
      "not_found",
      "design.too_many",
      "design.course_taken",
      "design.picture_unknown",
      "stale_write",
      "intent.reused",
    ],
  },
  removeDesign: {
    summary: "Put a design into the bin; what was issued with it stays as it is",
    params,
    body: intent,
    reply: Design,
    refusals: ["not_found", "intent.reused"],
  },
  restoreDesign: {
    summary: "Take a design back out of the bin",
    params,
    body: intent,
    reply: Design,
    refusals: ["not_found", "design.too_many", "intent.reused"],
  },
  previewDesign: {
    summary: "How a design looks: with a certificate of the organisation, or with a sample",
    body: z.strictObject({
      look: DesignLook,
      language: PaperLanguages,
      /** Whose certificate stands in it; without one it is a sample that says so. */
      certificateId: CertificateId.optional(),
      /** A name of 120 characters and twelve competencies, to see that nothing overflows. */
      long: z.boolean().optional(),
    }),
    /** Its pages below one another, letters as outlines: the same picture wherever it is shown. */
    reply: z.strictObject({ svg: z.string() }),
    refusals: ["not_found", "design.picture_unknown", "paper.undisplayable", "paper.unavailable"],
  },
  takeDesignPicture: {
    summary: "Take a logo or a signature that was posted, drawn anew, among what is private",
    body: intent,
    reply: DesignPicture,
    refusals: [
      "not_found",
      "upload.missing",
      "media.unreadable",
      "media.too_large",
      "intent.reused",
    ],
  },
  readPaper: {
    summary: "A certificate as PDF/A-3, for its holder and for the staff of its organisation",
    ...paper("application/pdf"),
  },
  readShareImage: {
    summary: "A certificate as a picture for messages, twice as wide as it is high",
    ...paper("image/png"),
  },
});
