import type { Call } from "#lib";

/** What is looked for in the register, as it is typed. */
export type Sought = {
  readonly search: string;
  readonly courseId: string;
  readonly state: string;
  readonly from: string;
  readonly until: string;
};
export const NOTHING: Sought = { search: "", courseId: "", state: "", from: "", until: "" };
export const STATES = ["valid", "suspended", "expired", "revoked"] as const;

export const isSought = (sought: Sought): boolean =>
  Object.values(sought).some((each) => each.trim() !== "");

type Query = NonNullable<Call<"listCertificates">["query"]>;
const given = (text: string): string | undefined => text.trim() || undefined;

export const queryOf = ({ search, courseId, state, from, until }: Sought): Query => ({
  search: given(search),
  courseId: given(courseId),
  state: STATES.find((each) => each === state),
  from: given(from),
  until: given(until),
});
