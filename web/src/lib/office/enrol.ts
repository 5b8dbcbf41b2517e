import { call } from "../api.ts";
import { isProblem, type Problem } from "../problem.ts";
import { newIntent } from "../intent.ts";
import type { Newcomer } from "./people-lines.ts";

/** The most people one request takes. */
const PART = 20;

/**
 * How many people go into one request. Where the group will fill up on the way each goes alone: a request that is refused
 * half-way does not say who of it came in.
 */
export const partSize = (people: number, placesLeft: number): number =>
  people <= placesLeft ? PART : 1;

export type Outcome = { readonly person: Newcomer } & (
  | { readonly result: "enrolled" | "already" }
  | { readonly result: "refused"; readonly problem: Problem }
);
type Ask = (
  people: readonly Newcomer[],
  intentId: string,
) => Promise<readonly ("enrolled" | "already")[]>;

/**
 * Enrols a part of a list. A refused part is asked again one by one, so that each learns her own result: whoever came in before
 * the refusal is told apart from whoever did not. A dead network is nobody's refusal and is thrown.
 */
export async function enrolPart(
  people: readonly Newcomer[],
  ask: Ask,
  intentId: string = newIntent(),
): Promise<readonly Outcome[]> {
  try {
    const results = await ask(people, intentId);
    return people.map((person, place) => ({ person, result: results[place] ?? "already" }));
  } catch (cause) {
    if (!isProblem(cause) || isOfEverybody(cause)) throw cause;
    const [person] = people;
    if (people.length === 1 && person) return [{ person, result: "refused", problem: cause }];
    const outcomes: Outcome[] = [];
    for (const each of people) outcomes.push(...(await enrolPart([each], ask)));
    return outcomes;
  }
}

/** Troubles that asking for one person alone would not mend. */
const isOfEverybody = ({ code }: Problem): boolean =>
  [
    "offline",
    "unreadable",
    "internal",
    "busy",
    "session.required",
    "role.missing",
    "not_found",
  ].includes(code);

export const askServer =
  (cohortId: string): Ask =>
  async (people, intentId) => {
    const body = { intentId, people: people.map(({ name, contact }) => ({ name, contact })) };
    const reply = await call("enrolPeople", { params: { cohortId }, body });
    return reply.people.map(({ result }) => result);
  };
