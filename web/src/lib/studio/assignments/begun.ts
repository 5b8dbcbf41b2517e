import { keep, kept } from "../../kept.ts";
import type { AssignmentForm } from "./assignment-form.ts";

type Place = { readonly courseId: string; readonly assignmentId: string };
const nameOf = ({ courseId, assignmentId }: Place) =>
  `copy.own.assignment.${courseId}.${assignmentId}` as const;

/** What was typed, and the mark of what stood there when it was begun: it is saved against that. */
export type Begun = { readonly form: AssignmentForm; readonly seen?: string | undefined };

/** An assignment that was begun here and not saved: it goes with whoever signs out. */
export function begun(place: Place): Begun | undefined {
  const text = kept(nameOf(place));
  // Only `keepBegun` writes under this name.
  return text === "" ? undefined : (JSON.parse(text) as Begun);
}
export const keepBegun = (place: Place, what: Begun): void =>
  keep(nameOf(place), JSON.stringify(what));
export const forgetBegun = (place: Place): void => keep(nameOf(place), "");
