import type {
  CertificateRule,
  DraftAssignment,
  DraftChecklist,
  DraftPlace,
  ContentLanguage,
  LessonId,
  Localized,
  Media,
  ModuleId,
  OtherLanguage,
  VoiceSheet,
} from "@twiza/contract";
import type { ArchivedQuiz } from "./manifest.ts";

/** A file of a course, read when it is asked for. */
export type ArchivedMedia = Readonly<Media> & {
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** A lesson in the languages it is written in; `Words` is what its words are kept as. */
export type ArchivedLesson<Words> = {
  readonly id: LessonId;
  readonly title: Localized;
  readonly minutes: number;
  readonly places: readonly Pick<DraftPlace, "key" | "kind">[];
  readonly words: Readonly<Partial<Record<ContentLanguage, Words>>>;
  readonly voices: readonly VoiceSheet[];
};

/** A whole course, as it is taken out of one place and brought into another. */
export type ArchivedCourse<Words> = {
  readonly title: Localized;
  readonly summary: Localized;
  readonly sourceLanguage: ContentLanguage;
  /** Those beside ours that it is written in, with their names. Whatever is in it is in ours or in one of these. */
  readonly otherLanguages?: OtherLanguage[] | undefined;
  /** A lawyer still has to look at it. */
  readonly legalReview: boolean;
  readonly passMarkPercent: number;
  readonly triesAllowed: number;
  /** For how long its certificates hold, and whether they are renewed. */
  readonly certificate?: CertificateRule | undefined;
  readonly modules: readonly {
    readonly id: ModuleId;
    readonly title: Localized;
    readonly lessons: readonly ArchivedLesson<Words>[];
  }[];
  /** The graded test with its keys: whoever has the archive has them. */
  readonly quiz?: ArchivedQuiz;
  /** Skills that somebody must see. */
  readonly checklists?: readonly DraftChecklist[] | undefined;
  /** Work that is handed in. */
  readonly assignments?: readonly DraftAssignment[] | undefined;
  readonly media: readonly ArchivedMedia[];
};
