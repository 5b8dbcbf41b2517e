import type { ArchivedCourse, ArchivedMedia, WrittenWords } from "@twiza/exchange/archive";
import type {
  DraftAssignment,
  DraftChecklist,
  Item,
  LibraryItem,
  Media,
  VoiceSheet,
} from "@twiza/contract";
import type { RefusalCode } from "@twiza/contract/where";
import { unfitForTest } from "@twiza/contract/marking";
import { UPLOAD_TYPES, type UploadType } from "@twiza/contract/media-limits";
import type { Parcel } from "../../media/reduce.ts";
import { heard, withMedia } from "./media-in.ts";
import type { Names } from "./names.ts";
import type { Outside } from "./outside.ts";
import { savesOf } from "./saves-of.ts";

/** One thing of several that are done one after another. Each may be done again: it is done once. */
export type Step = () => Promise<void>;

export type Course = ArchivedCourse<WrittenWords>;

/** Items that one request takes well, and bytes of a voice sheet that fit into one. */
const ITEMS_AT_ONCE = 8;
const MOST_SHEET_BYTES = 60_000;

/** Why something of an archive does not come along. */
export type LeftOut = {
  readonly why: "drawing" | "large" | "unreadable" | "voice" | "question" | "person";
  readonly name: string;
  readonly bytes: number;
};
/** What is in an archive, before anything is written. */
export type Looked = {
  readonly course: Course;
  /** Media that are not here yet, and can be brought. */
  readonly coming: readonly ArchivedMedia[];
  /** How many of them are drawings, which become pictures. */
  readonly drawings: number;
  readonly leftOut: readonly LeftOut[];
};

/** No upload is a drawing: it becomes a picture before it is sent. */
const DRAWING = "image/svg+xml";
const isDrawing = ({ type }: Pick<Media, "type">): boolean => type === DRAWING;
const uploadType = (type: Media["type"]): UploadType => (type === DRAWING ? "image/webp" : type);
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * Looks an archive through: every medium is what its name says, and those that are here already need not come.
 * @throws ExchangeFault for a medium that is not
 */
export async function lookedThrough(
  course: Course,
  { isHere }: Pick<Outside, "isHere">,
): Promise<Looked> {
  const coming: ArchivedMedia[] = [];
  const leftOut: LeftOut[] = [];
  for (const medium of course.media) {
    await medium.read();
    if (await isHere(medium.hash)) continue;
    const { hash: name, bytes } = medium;
    if (bytes > UPLOAD_TYPES[uploadType(medium.type)]) leftOut.push({ why: "large", name, bytes });
    else coming.push(medium);
  }
  for (const { id, voices } of course.modules.flatMap(({ lessons }) => lessons))
    for (const sheet of voices)
      if (bytesOf(sheet) > MOST_SHEET_BYTES)
        leftOut.push({ why: "voice", name: `${id} ${sheet.language}`, bytes: bytesOf(sheet) });
  return { course, coming, drawings: coming.filter(isDrawing).length, leftOut };
}

type Putting = {
  readonly looked: Looked;
  readonly names: Names;
  /** It was begun before: some of its media may be in the library already. */
  readonly isKnown: boolean;
  /** Told of what turned out not to be readable after all. */
  readonly onleft: (left: LeftOut) => void;
};

/**
 * The steps that make a course of an archive, in their order. Each may be done again, alone or with all others: it is done once.
 * What cannot be brought is left out, and composing names the block that lacks it.
 */
export function stepsOf(
  outside: Outside,
  { looked, names, isKnown, onleft }: Putting,
): readonly Step[] {
  const { course, coming, leftOut } = looked;
  const { call } = outside;
  const { courseId, intentFor } = names;
  const media = new Map<string, Media | undefined>(leftOut.map(({ name }) => [name, undefined]));
  const lessons = course.modules.flatMap((module) => module.lessons);
  const begin: Step = async () => {
    const { media: _, quiz: __, checklists: ___, assignments: ____, modules, ...settings } = course;
    const body = {
      ...{ courseId, ...settings },
      modules: modules.map(({ id, title, lessons: inside }) => ({
        ...{ id, title },
        lessons: inside.map((lesson) => ({ id: lesson.id, minutes: lesson.minutes })),
      })),
    };
    await call("bringCourse", { body: { ...body, intentId: await intentFor(body) } });
  };
  const medium =
    (one: ArchivedMedia): Step =>
    async () => {
      media.set(one.hash, await mediumIn(outside, { one, names, isKnown, onleft }));
    };
  const lesson =
    ({ id, places, words }: (typeof lessons)[number]): Step =>
    async () => {
      const params = { courseId, lessonId: id };
      for (const save of savesOf(
        { places, words: withMedia(words, media) },
        course.sourceLanguage,
      )) {
        const body = { ...save, intentId: await intentFor([id, save]) };
        await call("saveDraftLesson", { params, body });
      }
    };
  const voices =
    (sheet: VoiceSheet): Step =>
    async () => {
      const parts = heard(sheet.parts, media);
      if (!parts) return;
      const body = { sheet: { ...sheet, parts } };
      const intentId = await intentFor(body);
      await call("bringVoices", { params: { courseId }, body: { ...body, intentId } });
    };
  const items =
    (some: readonly Item[]): Step =>
    async () => {
      const coming = some.map((item) => itemWith(item, media));
      for (const item of coming) {
        const why = isBlind(item) ? "question" : unfitForTest(item) && "person";
        if (why) onleft({ why, name: item.id, bytes: 0 });
      }
      const { title = {}, draw } = course.quiz ?? {};
      const body = {
        title,
        ...(draw !== undefined && { draw }),
        items: coming.filter((item) => !isBlind(item) && !unfitForTest(item)),
      };
      if (body.items.length === 0) return;
      const intentId = await intentFor(body);
      await call("bringItems", { params: { courseId }, body: { ...body, intentId } });
    };
  const checklist =
    (one: DraftChecklist): Step =>
    async () => {
      const params = { courseId, checklistId: one.id };
      const body = { checklist: one };
      const intentId = await intentFor(["checklist", body]);
      await call("saveChecklist", { params, body: { ...body, intentId } });
    };
  const assignment =
    (one: DraftAssignment): Step =>
    async () => {
      const params = { courseId, assignmentId: one.id };
      const body = { assignment: one };
      const intentId = await intentFor(["assignment", body]);
      await call("saveAssignment", { params, body: { ...body, intentId } });
    };
  const sheets = lessons.flatMap((one) => one.voices);
  return [
    begin,
    ...coming.map(medium),
    ...lessons.map(lesson),
    ...sheets.filter((sheet) => bytesOf(sheet) <= MOST_SHEET_BYTES).map(voices),
    ...inTens(course.quiz?.items ?? []).map(items),
    ...(course.checklists ?? []).map(checklist),
    ...(course.assignments ?? []).map(assignment),
  ];
}

function inTens(items: readonly Item[]): Item[][] {
  const portions: Item[][] = [];
  for (let at = 0; at < items.length; at += ITEMS_AT_ONCE)
    portions.push(items.slice(at, at + ITEMS_AT_ONCE));
  return portions;
}

/** One that is answered on a picture that did not come. Nobody could answer it. */
const isBlind = ({ question, picture }: Item): boolean => question === "hotspot" && !picture;

/** An item with the pictures and recordings that came along. */
function itemWith({ voices, ...asked }: Item, media: ReadonlyMap<string, Media | undefined>): Item {
  const item = withMedia(asked, media);
  if (!voices) return item;
  const spoken = Object.entries(voices).flatMap(([language, voice]) => {
    const left = voice && heard(voice, media);
    return left ? [[language, left] as const] : [];
  });
  return spoken.length > 0 ? { ...item, voices: Object.fromEntries(spoken) } : item;
}

/** Whether the server said no for that reason. */
const isRefused = (error: unknown, code: RefusalCode): boolean =>
  error instanceof Error && "code" in error && error.code === code;

type One = { readonly one: ArchivedMedia } & Pick<Putting, "names" | "isKnown" | "onleft">;

/** What is sent of it: itself, or of a drawing a picture. Nothing for one that cannot be drawn. */
async function parcelOf(
  { pictureOf }: Pick<Outside, "pictureOf">,
  one: ArchivedMedia,
): Promise<Parcel | undefined> {
  const bytes = await one.read();
  if (isDrawing(one)) return pictureOf(bytes);
  const type = uploadType(one.type);
  return { blob: new Blob([bytes], { type }), type };
}

/** A medium in the library: taken already where this broke off before, or brought now. Nothing for one that nobody can read. */
async function mediumIn(
  outside: Pick<Outside, "call" | "pictureOf" | "bring">,
  { one, names, isKnown, onleft }: One,
): Promise<Media | undefined> {
  const type = uploadType(one.type);
  const name = `${one.hash.slice(0, 12)}.${type.replace(/^.*\//, "")}`;
  const wish = { intentId: await names.intentFor(["medium", one.hash]), name };
  const tell = (why: LeftOut["why"]): void => onleft({ why, name: one.hash, bytes: one.bytes });
  const there = async (): Promise<LibraryItem | undefined> => {
    try {
      return await outside.call("takeUpload", { body: wish });
    } catch (cause) {
      if (isRefused(cause, "upload.missing")) return undefined;
      throw cause;
    }
  };
  try {
    const item = isKnown ? await there() : undefined;
    if (item) return item.media;
    const parcel = await parcelOf(outside, one);
    if (parcel) return (await outside.bring(parcel, wish)).media;
    tell("drawing");
  } catch (cause) {
    if (!isRefused(cause, "media.unreadable") && !isRefused(cause, "media.too_large")) throw cause;
    tell("unreadable");
  }
  return undefined;
}

export const lessonCount = ({ modules }: Course): number =>
  modules.reduce((sum, { lessons }) => sum + lessons.length, 0);
