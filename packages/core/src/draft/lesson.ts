import { BIN_DAYS, DRAFT_LIMITS, type DraftPlace, type LessonCommand } from "@twiza/contract";
import {
  type Act,
  isSaid,
  type Lesson,
  markOf,
  said,
  TITLE,
  type Tongue,
  withMark,
} from "./place.ts";

type Entry = Lesson["bin"][number];
const DAY = 86_400_000;

/** Whether what was thrown away at `at` has lain in the bin for long enough to be gone. */
export const isPast = (at: string, now: string): boolean =>
  Date.parse(now) - Date.parse(at) > BIN_DAYS * DAY;

/** What has lain in the bin too long is dropped; its words follow when their language is written next. */
export const withoutPast = (lesson: Lesson, now: string): Lesson =>
  lesson.bin.some(({ at }) => isPast(at, now))
    ? { ...lesson, bin: lesson.bin.filter(({ at }) => !isPast(at, now)) }
    : lesson;

export const isFull = ({ places, bin }: Lesson): boolean =>
  places.length > DRAFT_LIMITS.blocks || bin.length > DRAFT_LIMITS.bin;

/** `after` empty: before all others. One that is gone: behind them. */
function insert(places: readonly DraftPlace[], place: DraftPlace, after: string): DraftPlace[] {
  const found = places.findIndex(({ key }) => key === after);
  const at = after === "" ? 0 : found < 0 ? places.length : found + 1;
  return places.toSpliced(at, 0, place);
}

/** The lesson after what an author did to its order. What makes no sense any more does nothing, so that twice is once. */
export function withCommand(
  lesson: Lesson,
  command: LessonCommand,
  { act, tongue }: { readonly act: Act; readonly tongue: Tongue },
): Lesson {
  const { places } = lesson;
  switch (command.do) {
    case "add": {
      if (markOf(lesson, command.key)) return lesson;
      const place = { key: command.key, kind: command.kind, rev: 0, against: {} };
      return { ...lesson, places: insert(places, place, command.after) };
    }
    case "move": {
      const place = places.find(({ key }) => key === command.key);
      if (!place || command.after === command.key) return lesson;
      const others = places.filter((each) => each !== place);
      return { ...lesson, places: insert(others, place, command.after) };
    }
    case "remove":
      return removed(lesson, command.key, act);
    case "restore":
      return restored(lesson, command.key);
    case "duplicate": {
      const place = places.find(({ key }) => key === command.key);
      if (!place || markOf(lesson, command.as)) return lesson;
      return { ...lesson, places: insert(places, { ...place, key: command.as }, command.key) };
    }
    case "minutes":
      return { ...lesson, minutes: command.minutes };
    case "confirm": {
      const mark = markOf(lesson, command.key);
      const isTranslated = tongue.language !== tongue.source && mark && isSaid(mark, tongue);
      return isTranslated ? withMark(lesson, command.key, (each) => said(each, tongue)) : lesson;
    }
    case "settle":
      return lesson;
  }
}

function removed(lesson: Lesson, key: string, { at, by }: Act): Lesson {
  const index = lesson.places.findIndex((place) => place.key === key);
  const place = lesson.places[index];
  if (!place) return lesson;
  const before = lesson.places[index - 1];
  const entry: Entry = { at, by, place, ...(before ? { after: before.key } : {}) };
  return { ...lesson, places: lesson.places.toSpliced(index, 1), bin: [...lesson.bin, entry] };
}

function restored(lesson: Lesson, key: string): Lesson {
  const entry = lesson.bin.find(({ place }) => place.key === key);
  if (!entry) return lesson;
  return {
    ...lesson,
    places: insert(lesson.places, entry.place, entry.after ?? ""),
    bin: lesson.bin.filter((each) => each !== entry),
  };
}

/** A lesson in which words of a key have a place: those whose place is gone meanwhile come back behind all others. */
export const withPlaceFor = (
  lesson: Lesson,
  { key, kind }: Pick<DraftPlace, "key" | "kind">,
): Lesson =>
  markOf(lesson, key) || key === TITLE
    ? lesson
    : { ...lesson, places: [...lesson.places, { key, kind, rev: 0, against: {} }] };
