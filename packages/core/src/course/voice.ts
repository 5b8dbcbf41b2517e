import type { Block, LessonBody, Media, VoiceSheet } from "@twiza/contract";

/** Every place of a lesson that can be spoken, in the order in which it stands on the page. The same in all its languages. */
export const placesOf = ({ blocks }: Pick<LessonBody, "blocks">): readonly string[] => [
  "title",
  ...blocks.flatMap(placesOfBlock),
];

function placesOfBlock(block: Block): string[] {
  if (block.kind === "steps")
    return block.steps.map((_, index) => `${block.key}/step/${index + 1}`);
  if (block.kind === "gallery") return block.pictures.map(({ id }) => `${block.key}/picture/${id}`);
  if (block.kind !== "question") return [block.key];
  // What is to be written nobody reads out, and words for a gap are none alone.
  const isRead = block.question !== "short" && block.question !== "cloze";
  const options = block.options.flatMap(({ id, feedback }) => [
    ...(isRead ? [`${block.key}/option/${id}`] : []),
    ...(feedback === undefined ? [] : [`${block.key}/option/${id}/why`]),
  ]);
  return [
    `${block.key}/prompt`,
    ...options,
    ...(block.feedback === undefined ? [] : [`${block.key}/why`]),
  ];
}

/** Places that a sheet speaks and the lesson does not have: learners would never hear them. */
export function strayPlaces(
  sheet: Pick<VoiceSheet, "parts">,
  body: Pick<LessonBody, "blocks">,
): readonly string[] {
  const known = new Set(placesOf(body));
  return Object.keys(sheet.parts).filter((place) => !known.has(place));
}

/**
 * The recordings that still speak of a lesson. Steps are told by their number: where a list has become longer or shorter, nobody
 * knows which of them a recording meant, and none of that list is kept.
 *
 * @param recorded the lesson as it stood with these recordings
 */
export function stillSpoken(
  { parts }: Pick<VoiceSheet, "parts">,
  lesson: { readonly recorded: Pick<LessonBody, "blocks"> | undefined; readonly now: Pick<LessonBody, "blocks"> }, // prettier-ignore
): VoiceSheet["parts"] {
  const known = new Set(placesOf(lesson.now));
  const before = stepsOf(lesson.recorded);
  const now = stepsOf(lesson.now);
  const stray = strayPlaces({ parts }, lesson.now);
  // Recordings may come before the words: of such a list nothing is known but that no step may be missing.
  const isCountedAnew = (key: string): boolean =>
    before.has(key)
      ? before.get(key) !== now.get(key)
      : stray.some((place) => place.startsWith(`${key}/step/`));
  return Object.fromEntries(
    Object.entries(parts).filter(([place]) => {
      const [key = "", part] = place.split("/");
      return known.has(place) && !(part === "step" && isCountedAnew(key));
    }),
  );
}

/** How many steps each list of steps has. */
const stepsOf = (lesson: Pick<LessonBody, "blocks"> | undefined): ReadonlyMap<string, number> =>
  new Map(
    lesson?.blocks.flatMap((block) =>
      block.kind === "steps" ? [[block.key, block.steps.length] as const] : [],
    ),
  );

/** The recordings that a voice sheet names, each once: what a phone keeps to hear the lesson without network. */
export function filesOfVoice({ parts }: Pick<VoiceSheet, "parts">): readonly Media[] {
  const byHash = new Map(Object.values(parts).map(({ media }) => [media.hash, media]));
  return [...byHash.values()];
}
