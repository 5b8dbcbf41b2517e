import type { Certificate } from "@twiza/contract";
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
/** What has no signature stands in no state of its own: it is looked for by another question. */
export const UNSIGNED = "unsigned";

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

/** Without capitals, accents and the signs above letters. */
const folded = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Whether a certificate that is here already is looked for, whatever its state. */
export function isAmong({ search, courseId, from, until }: Sought) {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return ({ learnerName, number, issuedAt, ...of }: Certificate): boolean => {
    const day = issuedAt.slice(0, 10);
    const text = folded(`${learnerName} ${number}`);
    const isThen = (!from || day >= from) && (!until || day <= until);
    return (
      isThen &&
      (!courseId || of.courseId === courseId) &&
      words.every((word) => text.includes(word))
    );
  };
}
