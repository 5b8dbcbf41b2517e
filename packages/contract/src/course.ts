import * as z from "zod";
import { Assignment, DraftAssignment } from "./assignment.ts";
import { Block, Media } from "./block.ts";
import { CertificateRule } from "./certificate.ts";
import { Checklist, CHECKLIST_LIMITS, CompetencyIds, DraftChecklist } from "./checklist.ts";
import { MOST_NAMED_COMPETENCIES, NamedCompetency } from "./competency.ts";
import { Grading } from "./gradebook.ts";
import { HANDING_LIMITS } from "./handing.ts";
import { AccountId, CourseId, Hash, ItemId, LessonId, ModuleId, OrganisationId } from "./id.ts";
import { MOST_GAPS, MOST_OPTIONS } from "./marking/kinds.ts";
import { PackWeight } from "./pack.ts";
import { GapName, optionParts, PublicSpot, QuestionKindName, questionParts } from "./question.ts";
import { Review } from "./review.ts";
import { SittingRules } from "./sitting-rules.ts";
import {
  ContentLanguageCode,
  Instant,
  localized,
  OtherLanguages,
  Percent,
  perLanguage,
  text,
} from "./text.ts";
import { ItemVoice, perAudioLanguage, PublicItemVoice, VoicePointer } from "./voice.ts";

const Title = localized(200);
const Summary = localized(1000);

/** One lesson in one language, as an immutable blob. */
export const LessonBody = z.strictObject({
  format: z.literal(1),
  lessonId: LessonId,
  language: ContentLanguageCode,
  title: text(200),
  blocks: z.array(Block).min(1).max(100),
});
export type LessonBody = z.infer<typeof LessonBody>;

/** Where a lesson's body lies in one language, with what it costs to fetch it. */
const BodyPointer = z.strictObject({ hash: Hash, bytes: z.int(), mediaBytes: z.int() });

/** Where a lesson lies, by the languages it is written in: said with its course, so that a page need not wait for the manifest to ask for it. */
export const Bodies = perLanguage(Hash);
export type Bodies = z.infer<typeof Bodies>;

const ManifestLesson = z.strictObject({
  id: LessonId,
  title: Title,
  minutes: z.int().min(1).max(120),
  blockCount: z.int().positive(),
  bodies: perLanguage(BodyPointer),
  /** Its voices, apart from the languages it is written in. */
  voices: perAudioLanguage(VoicePointer).optional(),
});
export type ManifestLesson = z.infer<typeof ManifestLesson>;

/** How many of its items a sitting has, drawn anew for each; without it all. */
export const Draw = z.int().min(1).max(200).optional();

/** The content of a course at one moment: an immutable blob that any learner may read. No answer key of a graded item is in it. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  courseId: CourseId,
  title: Title,
  summary: Summary,
  sourceLanguage: ContentLanguageCode,
  /** Those beside ours that its authors write it in, chosen of those of their organisation. */
  otherLanguages: OtherLanguages.optional(),
  legalReview: z.boolean(),
  passMarkPercent: Percent,
  triesAllowed: z.int().min(1).max(20),
  quiz: z.strictObject({
    title: Title,
    itemCount: z.int().positive(),
    draw: Draw,
    rules: SittingRules.optional(),
  }),
  /** Skills that somebody must see. Without any, nothing but the test is asked. */
  checklists: z.array(Checklist).min(1).max(CHECKLIST_LIMITS.checklists).optional(),
  /** Work that is handed in and marked by people. */
  assignments: z.array(Assignment).min(1).max(HANDING_LIMITS.assignments).optional(),
  /** What counts, and how much. Without it every part is to be passed. */
  grading: Grading.optional(),
  /** For how long its certificates hold. Without it, for ever. */
  certificate: CertificateRule.optional(),
  /** What its items and checklists show to be mastered, as its frameworks called it when it was published. */
  competencies: z.array(NamedCompetency).min(1).max(MOST_NAMED_COMPETENCIES).optional(),
  modules: z
    .array(z.strictObject({ id: ModuleId, title: Title, lessons: z.array(ManifestLesson).min(1) }))
    .min(1),
});
export type Manifest = z.infer<typeof Manifest>;

/** The same in those languages in which it is written so far; possibly none. */
const sofar = (max: number) => perLanguage(text(max));
/**
 * A manifest that is not ready to be published: whatever learners must find there may still be missing. Only drafts have one; what
 * is published is a `Manifest`.
 */
export const DraftManifest = Manifest.extend({
  summary: sofar(1000),
  quiz: z.strictObject({
    title: sofar(200),
    itemCount: z.int().nonnegative(),
    draw: Draw,
    rules: SittingRules.optional(),
  }),
  checklists: z.array(DraftChecklist).min(1).max(CHECKLIST_LIMITS.checklists).optional(),
  assignments: z.array(DraftAssignment).min(1).max(HANDING_LIMITS.assignments).optional(),
  modules: z.array(
    z.strictObject({
      id: ModuleId,
      title: sofar(200),
      lessons: z.array(
        ManifestLesson.extend({ title: sofar(200), blockCount: z.int().nonnegative() }),
      ),
    }),
  ),
});

export const DIFFICULTIES = ["easy", "medium", "hard"] as const;

const OptionName = z.string().regex(/^[A-Za-z0-9-]{1,8}$/);
const ItemPicture = z.strictObject({ media: Media, alt: localized(400) });

/** A graded item with its key. Never leaves the server: see `PublicItem`. */
export const Item = z.strictObject({
  id: ItemId,
  ...questionParts,
  prompt: localized(2000),
  options: z
    .array(
      z.strictObject({
        id: OptionName,
        text: localized(400),
        ...optionParts,
        feedback: localized(1000).optional(),
        pair: localized(400).optional(),
        picture: Media.optional(),
      }),
    )
    .max(MOST_OPTIONS),
  feedback: localized(1000).optional(),
  hint: localized(400).optional(),
  picture: ItemPicture.optional(),
  /** What a right answer shows, by names that the manifest explains. */
  competencies: CompetencyIds.optional(),
  /** How hard its author holds it to be; how hard it is, answers tell. */
  difficulty: z.enum(DIFFICULTIES).optional(),
  voices: perAudioLanguage(ItemVoice).optional(),
});
export type Item = z.infer<typeof Item>;

/** The quiz of a version with its keys, in the private blobs. */
export const Quiz = z.strictObject({ format: z.literal(1), items: z.array(Item).min(1).max(200) });
export type Quiz = z.infer<typeof Quiz>;
/** The same of a draft: it may have no item yet. */
export const DraftQuiz = Quiz.extend({ items: z.array(Item).max(200) });

/** An option by a name that says nothing of whether, or where, it is right. */
const PublicOption = z.strictObject({ id: z.string(), text: localized(400) });

/**
 * What a phone may know of a graded item: an allow-list, so that a field added to `Item` stays home. Where the order in which things
 * were written would give the answer away, they stand in one that follows from their words alone, and are named by it.
 */
export const PublicItem = z.strictObject({
  id: ItemId,
  question: QuestionKindName,
  prompt: localized(2000),
  options: z.array(PublicOption.extend({ picture: Media.optional(), spot: PublicSpot.optional() })),
  /** Of a picture: several of its places are to be chosen. */
  several: z.literal(true).optional(),
  /** Its options are heard instead of read. */
  heard: z.literal(true).optional(),
  /** What is to be put to the options of a match. */
  pairs: z.array(PublicOption).optional(),
  /** The gaps of a cloze in their order: with options one of them is chosen, without them one writes. */
  gaps: z
    .array(z.strictObject({ name: GapName, options: z.array(PublicOption).optional() }))
    .max(MOST_GAPS)
    .optional(),
  unit: z.string().optional(),
  hint: localized(400).optional(),
  picture: ItemPicture.optional(),
  voices: perAudioLanguage(PublicItemVoice).optional(),
});
export type PublicItem = z.infer<typeof PublicItem>;

/** Content of a course: two blobs, and from its publishing on a third that lists what a phone has to keep of it. */
export const Content = z.strictObject({ manifest: Hash, quiz: Hash, pack: Hash.optional() });
export type Content = z.infer<typeof Content>;

/** How many may own a course together. */
export const MOST_OWNERS = 20;

export const VISIBILITIES = ["public", "cohorts"] as const;
/** A course as its organisation keeps it. `live` is what learners meet; `draft` what the trainer works on. */
export const Course = z.strictObject({
  id: CourseId,
  organisationId: OrganisationId,
  ownerIds: z.array(AccountId).min(1).max(MOST_OWNERS),
  title: Title,
  visibility: z.enum(VISIBILITIES),
  draft: z.strictObject({ content: Content, changedAt: Instant }),
  live: z
    .strictObject({ version: z.int().positive(), content: Content, publishedAt: Instant })
    .optional(),
  /** What was asked last of a second person, decided or not. */
  review: Review.optional(),
});
export type Course = z.infer<typeof Course>;

/** A published version. Immutable: running learners stay on theirs. */
export const CourseVersion = z.strictObject({
  courseId: CourseId,
  version: z.int().positive(),
  organisationId: OrganisationId,
  content: Content,
  note: text(500),
  publishedAt: Instant,
  publishedBy: AccountId,
});
export type CourseVersion = z.infer<typeof CourseVersion>;

/** What a visitor sees of a live course before she opens it. */
export const CatalogueEntry = z.strictObject({
  courseId: CourseId,
  organisationId: OrganisationId,
  organisationName: localized(200),
  title: Title,
  summary: Summary,
  languages: z.array(ContentLanguageCode),
  /** What those beside ours are called. */
  otherLanguages: OtherLanguages.optional(),
  version: z.int().positive(),
  content: Content,
  visibility: z.enum(VISIBILITIES),
  lessonCount: z.int().positive(),
  minutes: z.int().positive(),
  /** Versions from before courses were weighed at their publishing have none here. */
  weight: PackWeight.optional(),
  publishedAt: Instant,
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;
