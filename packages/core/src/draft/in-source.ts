import type { ContentLanguage } from "@twiza/contract";
import { isSaid, type Lesson, type Mark } from "./place.ts";
import { stateOf } from "./standing.ts";

type Sources = { readonly from: ContentLanguage; readonly to: ContentLanguage };

/**
 * How far the words of a place are once another language is the source. A translation that was up to date becomes the original
 * of the others: those that were up to date as well still are, all else is to be looked at again.
 */
export function markInSource(mark: Mark, { from, to }: Sources): Mark {
  if (from === to) return mark;
  const isThere = isSaid(mark, { language: to, source: from });
  const isDone = (language: ContentLanguage): boolean =>
    stateOf(mark, { language, source: from }) === "done";
  const rev = isThere ? 2 : 0;
  const against = (language: ContentLanguage): number => {
    if (!isThere) return 0;
    return isDone(to) && isDone(language) ? rev : rev - 1;
  };
  const others = [from, ...Object.keys(mark.against)].filter(
    (language) => language !== to && isSaid(mark, { language, source: from }),
  );
  return { rev, against: Object.fromEntries(others.map((each) => [each, against(each)])) };
}

/** A lesson in a course that is written in another language first. No word changes. */
export function inSource(lesson: Lesson, sources: Sources): Lesson {
  const placed = <P extends Mark>(place: P): P => ({ ...place, ...markInSource(place, sources) });
  return {
    ...lesson,
    titlePlace: placed(lesson.titlePlace),
    places: lesson.places.map(placed),
    bin: lesson.bin.map((entry) => ({ ...entry, place: placed(entry.place) })),
  };
}
