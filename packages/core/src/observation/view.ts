import type { Observation, ObservationView } from "@twiza/contract";

/** An observation as people may read it. */
export function viewOf(observation: Observation): ObservationView {
  const { organisationId: _o, observerId: _i, ...view } = observation;
  return view;
}

/** What the audit trail says of one: a title in whichever language it has, and a word before it. */
export const noteOf = ({ title, judgement: { met, of } }: Observation, ...words: string[]) =>
  [...words, `${met}/${of}`, Object.values(title).find(Boolean)].join(" · ").slice(0, 500);
