import * as z from "zod";
import { DESIGN_BASES, DESIGN_LIMITS, PALETTE_NAMES, unknownField } from "./design-rules.ts";
import { AccountId, CourseId, DesignId, Hash, OrganisationId } from "./id.ts";
import { PersonName } from "./person.ts";
import { Instant, LanguageCode, text } from "./text.ts";

/** A text of a certificate, in which fields stand in braces; one that no certificate has is refused as it is written. */
const worded = (max: number) =>
  text(max).superRefine((value, context) => {
    const name = unknownField(value);
    if (name !== undefined) context.addIssue({ code: "custom", message: `unknown_field ${name}` });
  });

/** What a design says itself in one language; where it is silent, the usual words stand. */
export const DesignTexts = z.strictObject({
  heading: worded(DESIGN_LIMITS.heading).optional(),
  /** Above the name. */
  lead: worded(DESIGN_LIMITS.lead).optional(),
  /** Below the name. */
  body: worded(DESIGN_LIMITS.body).optional(),
  /** Small, at the foot: the agreement or the decree that it rests on. */
  foot: worded(DESIGN_LIMITS.foot).optional(),
});
export type DesignTexts = z.infer<typeof DesignTexts>;

const inOurs = <T extends z.ZodType>(schema: T) =>
  z.strictObject({
    ar: schema.optional(),
    fr: schema.optional(),
    zgh: schema.optional(),
    en: schema.optional(),
  });

/** A logo or a signature: a picture that was drawn anew, among what is private. */
export const DesignPicture = z.strictObject({
  hash: Hash,
  width: z.int().positive().max(DESIGN_LIMITS.side),
  height: z.int().positive().max(DESIGN_LIMITS.side),
});
export type DesignPicture = z.infer<typeof DesignPicture>;

/** How a certificate looks and what it says. A certificate that was issued keeps its own, whatever is changed later. */
export const DesignLook = z.strictObject({
  base: z.enum(DESIGN_BASES),
  orientation: z.enum(["landscape", "portrait"]),
  palette: z.enum(PALETTE_NAMES),
  /** Stands beside the language that she learned in, unless it is the same. */
  second: LanguageCode.optional(),
  texts: inOurs(DesignTexts),
  shows: z.strictObject({ hours: z.boolean(), result: z.boolean(), competencies: z.boolean() }),
  signatories: z
    .array(
      z.strictObject({
        name: PersonName,
        title: inOurs(text(120)),
        signature: DesignPicture.optional(),
      }),
    )
    .max(DESIGN_LIMITS.signatories),
  /** Of partner institutions, each by its name. */
  logos: z
    .array(z.strictObject({ name: text(120), picture: DesignPicture }))
    .max(DESIGN_LIMITS.logos),
});
export type DesignLook = z.infer<typeof DesignLook>;

/** A design of an organisation. Its look is kept as a blob too, under `print`: that is what a certificate names. */
export const CertificateDesign = z.strictObject({
  id: DesignId,
  organisationId: OrganisationId,
  name: text(DESIGN_LIMITS.name),
  look: DesignLook,
  print: Hash,
  /** It is of every course of the organisation that no other design names. */
  everywhere: z.boolean(),
  courses: z.array(CourseId).max(DESIGN_LIMITS.courses),
  changedAt: Instant,
  changedBy: AccountId,
  changedByName: PersonName,
  /** It is in the bin: new certificates pass over it, and what names it keeps it. */
  removedAt: Instant.optional(),
});
export type CertificateDesign = z.infer<typeof CertificateDesign>;

/** That a picture was brought for designs of this organisation: a hash alone opens nothing. */
export const DesignPictureRow = DesignPicture.extend({
  organisationId: OrganisationId,
  by: AccountId,
  at: Instant,
});
export type DesignPictureRow = z.infer<typeof DesignPictureRow>;
