import type { DraftLesson, DraftPlace, LessonCommand } from "@twiza/contract";

/** Who does it and when, as the bin tells it. */
export type Stamp = Pick<DraftLesson["bin"][number], "at" | "by">;
type Binned = DraftLesson["bin"][number];

/**
 * A lesson after a command, as the server will leave it: shown at once, long before it answers. A command that comes twice, or whose
 * block is no longer there, changes nothing.
 */
export function arranged(lesson: DraftLesson, command: LessonCommand, stamp: Stamp): DraftLesson {
  switch (command.do) {
    case "add":
      return added(lesson, freshPlace(command), command.after);
    case "duplicate":
      return duplicated(lesson, command);
    case "move":
      return moved(lesson, command);
    case "remove":
      return removed(lesson, command.key, stamp);
    case "restore":
      return restored(lesson, command.key);
    case "minutes":
      return { ...lesson, minutes: command.minutes };
    default:
      // What is confirmed or settled concerns words, not their order.
      return lesson;
  }
}

/** The block before this one; empty for the first. */
export function before(lesson: DraftLesson, key: string): string {
  const at = lesson.places.findIndex((place) => place.key === key);
  return lesson.places[at - 1]?.key ?? "";
}

const freshPlace = ({ key, kind }: Pick<DraftPlace, "key" | "kind">): DraftPlace => ({
  key,
  kind,
  rev: 0,
  against: {},
});

const isKnown = ({ places, bin }: DraftLesson, key: string): boolean =>
  [...places, ...bin.map(({ place }) => place)].some((place) => place.key === key);

/** Behind a block; at the end when that block has gone meanwhile. */
function inserted(
  places: readonly DraftPlace[],
  place: DraftPlace,
  after: string | undefined,
): DraftPlace[] {
  const at = places.findIndex(({ key }) => key === after);
  const to = after === "" ? 0 : at < 0 ? places.length : at + 1;
  return [...places.slice(0, to), place, ...places.slice(to)];
}

const added = (lesson: DraftLesson, place: DraftPlace, after: string): DraftLesson =>
  isKnown(lesson, place.key)
    ? lesson
    : { ...lesson, places: inserted(lesson.places, place, after) };

function duplicated(
  lesson: DraftLesson,
  { key, as }: Extract<LessonCommand, { do: "duplicate" }>,
): DraftLesson {
  const original = lesson.places.find((place) => place.key === key);
  return original ? added(lesson, { ...original, key: as }, key) : lesson;
}

function moved(
  lesson: DraftLesson,
  { key, after }: Extract<LessonCommand, { do: "move" }>,
): DraftLesson {
  const place = lesson.places.find((one) => one.key === key);
  if (!place || key === after) return lesson;
  const others = lesson.places.filter((one) => one !== place);
  return { ...lesson, places: inserted(others, place, after) };
}

function removed(lesson: DraftLesson, key: string, stamp: Stamp): DraftLesson {
  const place = lesson.places.find((one) => one.key === key);
  if (!place) return lesson;
  const entry: Binned = { ...stamp, place, after: before(lesson, key) || undefined };
  const places = lesson.places.filter((one) => one !== place);
  return { ...lesson, places, bin: [...lesson.bin, entry] };
}

function restored(lesson: DraftLesson, key: string): DraftLesson {
  const entry = lesson.bin.find(({ place }) => place.key === key);
  if (!entry) return lesson;
  const places = inserted(lesson.places, entry.place, entry.after ?? "");
  return { ...lesson, places, bin: lesson.bin.filter((one) => one !== entry) };
}
