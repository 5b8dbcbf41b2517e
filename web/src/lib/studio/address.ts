/** Where a block of a lesson is written in a language, with that block to go to first; or where a checklist is. */
export function addressOf(
  courseId: string,
  at: {
    readonly lessonId?: string | undefined;
    readonly language?: string | undefined;
    readonly key?: string | undefined;
    readonly checklistId?: string | undefined;
  },
): string | undefined {
  if (at.checklistId !== undefined) return `/office/courses/${courseId}/test#${at.checklistId}`;
  if (at.lessonId === undefined) return undefined;
  const query = at.language ? `?language=${at.language}` : "";
  return `/office/courses/${courseId}/lessons/${at.lessonId}${query}${at.key ? `#${at.key}` : ""}`;
}
