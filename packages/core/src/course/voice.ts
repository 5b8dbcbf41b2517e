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
  const options = block.options.flatMap(({ id, feedback }) => [
    `${block.key}/option/${id}`,
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

/** The recordings that a voice sheet names, each once: what a phone keeps to hear the lesson without network. */
export function filesOfVoice({ parts }: Pick<VoiceSheet, "parts">): readonly Media[] {
  const byHash = new Map(Object.values(parts).map(({ media }) => [media.hash, media]));
  return [...byHash.values()];
}
