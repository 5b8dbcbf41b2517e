/** Where one assignment of a course is handed in. */
export const addressOfWork = (courseId: string, assignmentId: string) =>
  `/courses/${courseId}/work/${assignmentId}` as const;
