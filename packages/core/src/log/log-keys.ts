import type { IssuerKey } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { appendToLog, type ToLog } from "./append.ts";

const logged = new WeakMap<Deps["issuerKeys"], string>();

/** What became of each key of certificates, oldest first, as its line says it now. */
const eventsOf = ({ kid, retiredAt, compromisedAfter }: IssuerKey, now: Date): readonly ToLog[] => [
  { kid, act: "key-added" },
  ...(retiredAt !== undefined && new Date(retiredAt) <= now
    ? [{ kid, act: "key-retired" as const }]
    : []),
  ...(compromisedAfter === undefined ? [] : [{ kid, act: "key-compromised" as const }]),
];

/** Appends what became of the keys and is not in the log yet; a process that has seen it there does not ask again. */
export async function logKeys(deps: Deps): Promise<void> {
  const keys = await deps.issuerKeys.keys();
  const events = keys.toReversed().flatMap((key) => eventsOf(key, deps.clock.now()));
  const told = JSON.stringify(events);
  if (logged.get(deps.issuerKeys) === told) return;
  await appendToLog(deps, events);
  logged.set(deps.issuerKeys, told);
}
