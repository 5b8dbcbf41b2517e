/** Whom one issues to: a cohort, or all who take a course. */
export type Group = { readonly courseId: string; readonly cohortId?: string | undefined };

export const mayAsk = ({ courseId }: Group): boolean => courseId !== "";
