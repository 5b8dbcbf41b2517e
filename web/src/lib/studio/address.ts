/** Where a block of a lesson is written in a language, with that block to go to first; or where a checklist or an assignment is. */
export function addressOf(
  courseId: string,
  at: {
    readonly lessonId?: string | undefined;
    readonly language?: string | undefined;
    readonly key?: string | undefined;
    readonly checklistId?: string | undefined;
    readonly assignmentId?: string | undefined;
  },
): string | undefined {
  const written = at.checklistId ?? at.assignmentId;
  if (written !== undefined) return `/office/courses/${courseId}/test#${written}`;
  if (at.lessonId === undefined) return undefined;
  const query = at.language ? `?language=${at.language}` : "";
  return `/office/courses/${courseId}/lessons/${at.lessonId}${query}${at.key ? `#${at.key}` : ""}`;
}
