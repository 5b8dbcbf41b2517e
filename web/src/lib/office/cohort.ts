/** What a person has typed into the form of a new group. */
export type CohortDraft = {
  readonly courseId: string;
  readonly name: string;
  readonly trainerIds: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string;
  /** Nothing when it is no whole number. */
  readonly places: number | undefined;
};
export type CohortField = keyof CohortDraft;
export const MOST_PLACES = 5000;
const MOST_TRAINERS = 20;

/** The fields that the server would refuse, so that the form can say so at once. */
export function cohortFaults(draft: CohortDraft): ReadonlySet<CohortField> {
  const { places } = draft;
  const isWrong: Record<CohortField, boolean> = {
    courseId: draft.courseId === "",
    name: draft.name.trim() === "",
    trainerIds: draft.trainerIds.length === 0 || draft.trainerIds.length > MOST_TRAINERS,
    startsOn: draft.startsOn === "",
    endsOn: draft.endsOn === "" || draft.endsOn < draft.startsOn,
    places: places === undefined || !Number.isInteger(places) || places < 1 || places > MOST_PLACES,
  };
  const fields = Object.keys(isWrong).filter((field): field is CohortField => field in isWrong);
  return new Set(fields.filter((field) => isWrong[field]));
}
