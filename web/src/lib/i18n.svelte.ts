import {
  type ContentLanguage,
  directionOf,
  inLanguage,
  isLanguage,
  type Language,
  type PerLanguage,
} from "@twiza/contract/where";
import { formatNumber, type NumberOptions } from "@twiza/messages/number";
import type { Messages as Answers } from "@twiza/messages/answers";
import type { Messages as Assignments } from "@twiza/messages/assignments";
import type { Messages as Bank } from "@twiza/messages/bank";
import type { Messages as BlockForms } from "@twiza/messages/block-forms";
import type { Messages as Blocks } from "@twiza/messages/blocks";
import type { Messages as Bring } from "@twiza/messages/bring";
import type { Messages as Carry } from "@twiza/messages/carry";
import type { Messages as Check } from "@twiza/messages/check";
import type { Messages as Certificates } from "@twiza/messages/certificates";
import type { Messages as Competency } from "@twiza/messages/competency";
import type { Messages as Checklists } from "@twiza/messages/checklists";
import type { Messages as Components } from "@twiza/messages/components";
import type { Messages as Designs } from "@twiza/messages/designs";
import type { Messages as Downloads } from "@twiza/messages/downloads";
import type { Messages as Enrol } from "@twiza/messages/enrol";
import type { Messages as Erase } from "@twiza/messages/erase";
import type { Messages as Exchange } from "@twiza/messages/exchange";
import type { Messages as Grades } from "@twiza/messages/grades";
import type { Messages as Grading } from "@twiza/messages/grading";
import type { Messages as Handbook } from "@twiza/messages/handbook";
import type { Messages as Install } from "@twiza/messages/install";
import type { Messages as Items } from "@twiza/messages/items";
import type { Messages as Keep } from "@twiza/messages/keep";
import type { Messages as Languages } from "@twiza/messages/languages";
import type { Messages as Learner } from "@twiza/messages/learner";
import type { Messages as Lesson } from "@twiza/messages/lesson";
import type { Messages as Making } from "@twiza/messages/making";
import type { Messages as Marks } from "@twiza/messages/marks";
import type { Messages as Media } from "@twiza/messages/media";
import type { Messages as MediaLibrary } from "@twiza/messages/library";
import type { Messages as Mine } from "@twiza/messages/mine";
import type { Messages as Observe } from "@twiza/messages/observe";
import type { Messages as Office } from "@twiza/messages/office";
import type { Messages as Outcome } from "@twiza/messages/outcome";
import type { Messages as Passport } from "@twiza/messages/passport";
import type { Messages as QuestionForms } from "@twiza/messages/question-forms";
import type { Messages as Reach } from "@twiza/messages/reach";
import type { Messages as Recorder } from "@twiza/messages/recorder";
import type { Messages as Review } from "@twiza/messages/review";
import type { Messages as Quality } from "@twiza/messages/quality";
import type { Messages as Alike } from "@twiza/messages/alike";
import type { Messages as Audit } from "@twiza/messages/audit";
import type { Messages as CourseDesk } from "@twiza/messages/course-desk";
import type { Messages as Seen } from "@twiza/messages/seen";
import type { Messages as Sitting } from "@twiza/messages/sitting";
import type { Messages as Studio } from "@twiza/messages/studio";
import type { Messages as Take } from "@twiza/messages/take";
import type { Messages as TakePaper } from "@twiza/messages/take-paper";
import type { Messages as Talk } from "@twiza/messages/talk";
import type { Messages as Tour } from "@twiza/messages/tour";
import type { Messages as Voice } from "@twiza/messages/voice";
import type { Messages as WaysIn } from "@twiza/messages/ways-in";
import type { Messages as Work } from "@twiza/messages/work";
import type { Messages as WorkDesk } from "@twiza/messages/work-desk";
import { keep, kept } from "./kept.ts";
import { type Room, ROOMS } from "./room.ts";

type Catalogue = Lesson &
  Alike &
  Answers &
  Assignments &
  Audit &
  Bank &
  BlockForms &
  Blocks &
  Bring &
  Carry &
  Check &
  Certificates &
  Competency &
  Checklists &
  Components &
  CourseDesk &
  Designs &
  Downloads &
  Enrol &
  Erase &
  Exchange &
  Grades &
  Grading &
  Handbook &
  Install &
  Items &
  Keep &
  Languages &
  Learner &
  Making &
  Marks &
  Media &
  MediaLibrary &
  Mine &
  Observe &
  Office &
  Outcome &
  Passport &
  QuestionForms &
  Reach &
  Recorder &
  Review &
  Quality &
  Seen &
  Sitting &
  Studio &
  Take &
  TakePaper &
  Talk &
  Tour &
  Voice &
  WaysIn &
  Work &
  WorkDesk;
export type MessageKey = keyof Catalogue;
/** What one part of the site says: a file for each language. */
export type Volume = Record<Language, () => Promise<{ readonly messages: Partial<Catalogue> }>>;

/** One file a room and language: a phone fetches its own and no other. */
const VOLUMES: Record<Room, Volume> = {
  lesson: {
    ar: () => import("./catalogue/ar.ts"),
    fr: () => import("./catalogue/fr.ts"),
    zgh: () => import("./catalogue/zgh.ts"),
    en: () => import("./catalogue/en.ts"),
  },
  learner: {
    ar: () => import("./catalogue-learner/ar.ts"),
    fr: () => import("./catalogue-learner/fr.ts"),
    zgh: () => import("./catalogue-learner/zgh.ts"),
    en: () => import("./catalogue-learner/en.ts"),
  },
  office: {
    ar: () => import("./catalogue-office/ar.ts"),
    fr: () => import("./catalogue-office/fr.ts"),
    zgh: () => import("./catalogue-office/zgh.ts"),
    en: () => import("./catalogue-office/en.ts"),
  },
};

const atStart = (): Language => {
  const written = typeof document === "undefined" ? "ar" : document.documentElement.lang;
  return isLanguage(written) ? written : "ar";
};

let language = $state<Language>(atStart());
/** The language that was asked for last. */
let choice: Language | undefined;
/** Chosen for what people write; empty where it is that of the app. */
let reading = $state<ContentLanguage>(kept("reading"));
let catalogue = $state.raw<Partial<Catalogue>>({});
/** The volumes whose sentences are here. */
let volumes: readonly Volume[] = [];

/** The reader's language, as a reactive value. */
export const i18n = {
  get language(): Language {
    return language;
  },
  get direction(): "rtl" | "ltr" {
    return directionOf(language);
  },
  /** In which she reads what people write, where it is written in that; `""` makes it that of her app again. Whoever sets it keeps it. */
  get reading(): ContentLanguage {
    return reading || language;
  },
  set reading(wanted: ContentLanguage) {
    reading = wanted;
  },
};

async function load(wanted: Language, from: readonly Volume[]): Promise<Partial<Catalogue>> {
  const read = await Promise.all(from.map((volume) => volume[wanted]()));
  return read.reduce<Partial<Catalogue>>((all, { messages }) => ({ ...all, ...messages }), {});
}

/** Loads what a room says in the current language. Awaited before any of its pages is shown, so that `t` never comes too early. */
export const ready = (room: Room): Promise<void> =>
  also(...ROOMS.slice(0, ROOMS.indexOf(room) + 1).map((name) => VOLUMES[name]));

/** Loads what a part of the site says that comes later than its page, such as a sheet. */
export async function also(...wanted: readonly Volume[]): Promise<void> {
  const missing = wanted.filter((volume) => !volumes.includes(volume));
  if (missing.length === 0) return;
  const asked = language;
  const more = await load(asked, missing);
  // Changed while they were on their way, they are in the language that was left.
  if (asked !== language) return also(...wanted);
  catalogue = { ...catalogue, ...more };
  volumes = [...volumes, ...missing.filter((volume) => !volumes.includes(volume))];
}

/** Changes the language everywhere at once, and remembers it on this device. Of two choices made in haste the later holds. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  choice = wanted;
  const asked = volumes;
  const messages = await load(wanted, asked);
  if (choice !== wanted) return;
  // What a sheet brought meanwhile has to be said in this language too.
  if (asked !== volumes) return chooseLanguage(wanted);
  catalogue = messages;
  language = wanted;
  document.documentElement.lang = wanted;
  document.documentElement.dir = directionOf(wanted);
  keep("language", wanted);
}

/** Remembers the language that the address or the phone brought. */
export const keepLanguage = (): void => keep("language", language);

/**
 * The sentence of that key in the reader's language. Keys of a room answer only in that room and in those after it.
 * @example t("download.running", { percent: 40 })
 */
export function t<K extends MessageKey>(key: K, ...given: Parameters<Catalogue[K]>): string {
  // The compiler cannot see that `given` fits this one key of the union; the signature above holds callers to it.
  const message = catalogue[key] as ((...given: unknown[]) => string) | undefined;
  return message ? message(...given) : "";
}

/** A text that exists in some languages, in the one nearest to the reader, with the language it is really in. */
export const nearest = <Text = string>(
  text: PerLanguage<Text>,
): { text: Text | ""; language: ContentLanguage } => inLanguage(text, language, i18n.reading);

/** A number in the reader's language. Lessons need no other figure: `show` has the rest. */
export const showNumber = (amount: number, options?: NumberOptions): string =>
  formatNumber(amount, language, options);
