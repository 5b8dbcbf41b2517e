import type { Erasure, ErasureWork } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Kept } from "../store/index.ts";
import { everyPage } from "./hers.ts";
import { certificates } from "./steps/certificates.ts";
import { collect } from "./steps/collect.ts";
import { intents } from "./steps/intents.ts";
import { learning } from "./steps/learning.ts";
import { mentions } from "./steps/mentions.ts";
import type { BlobBin, Step, Stepped } from "./steps/step.ts";
import { trail } from "./steps/trail.ts";
import { ways } from "./steps/ways.ts";
import { work } from "./steps/work.ts";

/** In this order: what tells where something lies goes after it. */
const STEPS: readonly Step[] = [
  collect,
  ways,
  certificates,
  work,
  mentions,
  trail,
  intents,
  learning,
];

/** Something is found in each of so many rounds: then somebody has to look. */
const MOST_ROUNDS = 40;
const NOTHING: ErasureWork = { subjects: [], courses: [], organisations: [] };

/**
 * One step of erasing somebody: what it does may be done over after a kill at any point, and what it says of itself is what the next
 * step follows from. Rounds are gone until one of them finds nothing, since what was under way when it began may come late.
 * @returns how far it is; nothing when this step was done already
 */
export async function goOnErasing(
  deps: Deps,
  bin: BlobBin,
  seen: Kept<Erasure>,
): Promise<Erasure | undefined> {
  const { erasures } = deps.store;
  const kept = await erasures.byId(seen.value.learnerId, seen.value.id);
  if (!kept || kept.revision !== seen.revision || kept.value.state === "done") return undefined;
  const erasure = kept.value;
  const step = STEPS[erasure.step];
  const erasing = { deps, bin, erasure, work: erasure.work ?? NOTHING };
  const stepped = step ? await step(erasing, erasure.place) : { found: false };
  const next = after(erasure, stepped, deps.clock.now());
  if (next.round > MOST_ROUNDS) throw new Error(`erasing ${erasure.id} comes to no end`);
  return (await deps.store.commit([erasures.put(next, kept.revision)])) === "done"
    ? next
    : undefined;
}

/** How far it is after a step. Pure. */
export function after(was: Erasure, { found, place, work: noted }: Stepped, now: Date): Erasure {
  const { place: _, found: _found, work: had, ...bare } = was;
  const isFound = was.found === true || found;
  const so = { ...bare, ...(isFound ? { found: true as const } : {}) };
  const work = noted ?? had;
  const withWork = work ? { work } : {};
  if (place !== undefined) return { ...so, ...withWork, place };
  if (was.step + 1 < STEPS.length) return { ...so, ...withWork, step: was.step + 1 };
  if (isFound) return { ...bare, ...withWork, step: 0, round: was.round + 1 };
  return { ...bare, state: "done", step: 0, doneAt: now.toISOString() };
}

/** Goes on where a step failed so often that its change was set aside. */
export async function goOnWithAll(deps: Deps, bin: BlobBin): Promise<number> {
  const { erasures } = deps.store;
  const all = await everyPage((page) => erasures.all(page));
  const running = all.filter(({ value }) => value.state === "running");
  for (const kept of running) await goOnErasing(deps, bin, kept);
  return running.length;
}

/** Everybody who was or is being erased, as a list that outlives the store: ids that lead nowhere, and when. */
export async function listErasures({ store }: Pick<Deps, "store">): Promise<Erasure[]> {
  const all = await everyPage((page) => store.erasures.all(page));
  return all.map(({ value: { work: _, place: _p, ...it } }) => it);
}

/**
 * Begins anew for everybody on a list, after a backup was put back: where nothing of somebody is back, a round finds nothing and ends.
 * @returns how many
 */
export async function eraseAgain(
  { store }: Pick<Deps, "store">,
  former: readonly Erasure[],
): Promise<number> {
  for (const { work: _w, place: _p, found: _f, doneAt: _d, ...it } of former) {
    const kept = await store.erasures.byId(it.learnerId, it.id);
    const anew: Erasure = { ...it, state: "running", round: 1, step: 0 };
    await store.commit([store.erasures.put(anew, kept?.revision ?? "absent")]);
  }
  return former.length;
}
