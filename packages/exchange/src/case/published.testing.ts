import * as z from "zod";

/**
 * The shapes of CASE 1.0 (1EdTech, July 2017, JSON binding: `CFPackage` and what is in it), written from the standard, for tests to
 * hold what goes out to. Every object is closed there: a field more is a fault.
 */
const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const Uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const DateTime = z.iso.datetime();
const Text = z.string().min(1);

const LinkUri = z.strictObject({ title: Text, identifier: Uuid, uri: Uri });
const LinkGenUri = z.strictObject({ title: Text, identifier: Text, uri: Uri });

const CFPckgDocument = z.strictObject({
  identifier: Uuid,
  uri: Uri,
  creator: Text,
  title: Text,
  lastChangeDateTime: DateTime,
  officialSourceURL: z.url().optional(),
  publisher: Text.optional(),
  description: Text.optional(),
  subject: z.array(Text).optional(),
  subjectURI: z.array(LinkUri).optional(),
  language: Text.optional(),
  version: Text.optional(),
  adoptionStatus: z.enum(["Private Draft", "Draft", "Adopted", "Deprecated"]).optional(),
  statusStartDate: z.iso.date().optional(),
  statusEndDate: z.iso.date().optional(),
  licenseURI: LinkUri.optional(),
  notes: Text.optional(),
});

const CFPckgItem = z.strictObject({
  identifier: Uuid,
  CFDocumentURI: LinkUri.optional(),
  fullStatement: Text,
  alternativeLabel: Text.optional(),
  CFItemType: Text.optional(),
  uri: Uri,
  humanCodingScheme: Text.optional(),
  listEnumeration: Text.optional(),
  abbreviatedStatement: Text.optional(),
  conceptKeywords: z.array(Text).optional(),
  conceptKeywordsURI: LinkUri.optional(),
  notes: Text.optional(),
  language: Text.optional(),
  educationLevel: z.array(Text).optional(),
  CFItemTypeURI: LinkUri.optional(),
  licenseURI: LinkUri.optional(),
  statusStartDate: z.iso.date().optional(),
  statusEndDate: z.iso.date().optional(),
  lastChangeDateTime: DateTime,
});

const CFPckgAssociation = z.strictObject({
  identifier: Uuid,
  associationType: z.enum([
    "isChildOf",
    "isPeerOf",
    "isPartOf",
    "exactMatchOf",
    "precedes",
    "isRelatedTo",
    "replacedBy",
    "exemplar",
    "hasSkillLevel",
    "isTranslationOf",
  ]),
  sequenceNumber: z.int().optional(),
  uri: Uri,
  originNodeURI: LinkGenUri,
  destinationNodeURI: LinkGenUri,
  CFAssociationGroupingURI: LinkUri.optional(),
  lastChangeDateTime: DateTime,
});

export const CFPackage = z.strictObject({
  CFDocument: CFPckgDocument,
  CFItems: z.array(CFPckgItem).min(1),
  CFAssociations: z.array(CFPckgAssociation).min(1),
});
