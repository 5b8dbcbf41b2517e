import type { Language, Localized, Media, Quiz } from "@twiza/contract";

/** A file of a course, read when it is asked for. */
export type ArchivedMedia = Readonly<Media> & {
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** A lesson in the languages it is written in; `Words` is what its words are kept as, published or as a draft. */
export type ArchivedLesson<Words> = {
  readonly id: string;
  readonly title: Localized;
  readonly minutes: number;
  readonly words: Readonly<Partial<Record<Language, Words>>>;
};

/** A whole course, as it is taken out of one place and brought into another. */
export type ArchivedCourse<Words> = {
  readonly title: Localized;
  readonly summary: Localized;
  readonly sourceLanguage: Language;
  readonly modules: readonly {
    readonly title: Localized;
    readonly lessons: readonly ArchivedLesson<Words>[];
  }[];
  /** The graded test with its keys: whoever has the archive has them. */
  readonly quiz?: Quiz;
  readonly media: readonly ArchivedMedia[];
};
