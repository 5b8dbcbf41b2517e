import type { EnrolledPerson } from "@twiza/contract";
import type { Newcomer } from "./people-lines.ts";

/** The most people one request takes. */
export const PART = 20;

/** What became of somebody on the list; `code` says why she has no place. */
export type Outcome = { readonly person: Newcomer } & (
  | { readonly result: "enrolled" | "already" }
  | { readonly result: "refused"; readonly code: "cohort.full" | "cohort.closed" }
);

/** The answer for each of those who were sent, as they were written. The server answers in the order it was asked. */
export const outcomesOf = (
  sent: readonly Newcomer[],
  answered: readonly EnrolledPerson[],
): readonly Outcome[] =>
  sent.flatMap((person, place): readonly Outcome[] => {
    const answer = answered[place];
    if (answer === undefined) return [];
    return answer.result === "refused"
      ? [{ person, result: answer.result, code: answer.code }]
      : [{ person, result: answer.result }];
  });

/** The lines of those who found no place, to be taken elsewhere: nobody writes a list twice. */
export const linesOfRefused = (outcomes: readonly Outcome[]): string =>
  outcomes
    .filter(({ result }) => result === "refused")
    .map(({ person: { name, contact } }) => `${name}, ${contact}`)
    .join("\n");
