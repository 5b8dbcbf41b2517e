import { call } from "../api.ts";
import { keep } from "../kept.ts";
import { device } from "../learner/device.ts";
import { forgetCourse } from "../learner/course.ts";
import { eraseLearner, type Unsent, unsentOf } from "../learner/leave.ts";
import { phone as shelf } from "../learner/shelf.ts";
import { rememberWho } from "../learner/who.svelte.ts";
import { isProblem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";
import {
  type Known,
  readForgot,
  readHere,
  readOpen,
  readPin,
  readProfiles,
  writeForgot,
  writeHere,
  writeOpen,
  writePin,
  writeProfiles,
} from "./phone.ts";
import { makePin, type Tried, tryPin, waitOf } from "./pin.ts";

const places = { phone: device, shelf };

let known = $state.raw<readonly Known[]>([]);
let here = $state<string>();
/** Goes up with each change of a PIN or a lock, which lie on the phone and not in a value. */
let changes = $state(0);

function look(): void {
  known = readProfiles();
  here = readHere();
  changes += 1;
}

/** The learners of this phone, as reactive values. Call `loadProfiles()` once before. */
export const profiles = {
  get all(): readonly Known[] {
    return known;
  },
  /** Who is here, if she is one of them. */
  get here(): Known | undefined {
    return known.find(({ id }) => id === here);
  },
  hasPin: (id: string): boolean => changes >= 0 && readPin(id) !== undefined,
  /** Her PIN must be given: she has one, and it was not given since she was chosen. */
  isLocked: (id: string): boolean =>
    profiles.hasPin(id) && !(readOpen() === id && readHere() === id),
  /** Seconds until a PIN is taken again. */
  waitFor(id: string): number {
    const pin = readPin(id);
    return pin ? waitOf(pin, Date.now()) : 0;
  },
  unsentOf: (id: string): Promise<Unsent> => unsentOf(places, id),
};

/** Asks who is here, and writes down whom this phone knows, for the time without network. */
export async function loadProfiles(options?: { again: boolean }): Promise<void> {
  await loadSession(options);
  rememberWho();
  // Whoever signed in meanwhile is another: nobody stays unlocked behind her back.
  if (readOpen() !== readHere()) writeOpen(undefined);
  const me = session.me;
  if (me) {
    const present = me.learners.map((learner): Known => ({ ...learner, here: true }));
    const absent = readProfiles().filter(({ id }) => present.every((each) => each.id !== id));
    // Whoever was erased goes from here too, with what waited: nobody stays for that.
    if (absent.length > 0) await hear();
    writeProfiles([...present, ...(await staying(absent))]);
    releaseForgotten(present);
  } else if (session.state === "out") {
    const absent = readProfiles();
    if (absent.length > 0) await hear();
    writeProfiles(await staying(absent));
    writeOpen(undefined);
  }
  look();
}

/** Whether somebody whom this phone knows was erased; never throws. */
const hear = (): Promise<void> =>
  import("../erase/heard.ts").then(
    ({ heard }) => heard(),
    () => undefined,
  );

/** Whoever is signed out stays on the list while something of hers waits on this phone. */
async function staying(absent: readonly Known[]): Promise<readonly Known[]> {
  const unsent = await Promise.all(absent.map(({ id }) => unsentOf(places, id)));
  return absent.flatMap((profile, index) => {
    const { events = 0, tests = 0, work = 0 } = unsent[index] ?? {};
    return events + tests + work > 0 ? [{ ...profile, here: false }] : [];
  });
}

/** Who forgot her PIN and has proved herself anew is let off it. */
function releaseForgotten(present: readonly Known[]): void {
  const forgot = readForgot();
  const proven = present.find(({ id }) => id === forgot?.id);
  if (!forgot || !proven || proven.provenAt <= forgot.provenAt) return;
  writePin(forgot.id, undefined);
  writeForgot(undefined);
}

/**
 * Lets the phone act for another of its learners, also without network. Whoever was here before is locked, if she has a PIN.
 * @throws Problem `not_found` when she must prove herself again
 */
export async function choose(id: string): Promise<void> {
  try {
    await call("chooseLearner", { body: { learnerId: id } });
    keep("chosen", "");
  } catch (error) {
    if (!isProblem(error, "offline")) throw error;
    keep("chosen", id);
  }
  writeHere(id);
  writeOpen(readPin(id) ? id : undefined);
  forgetCourse();
  await loadProfiles({ again: true });
}

/** Goes back to the desk of whoever of staff signed in on this phone. @throws Problem */
export async function chooseDesk(): Promise<void> {
  await call("chooseLearner", { body: {} });
  keep("chosen", "");
  writeOpen(undefined);
  forgetCourse();
  await loadProfiles({ again: true });
}

/** One try at her PIN. The right one opens her, if she is the one here; choosing her is what opens her otherwise. */
export async function unlock(id: string, digits: string): Promise<Tried> {
  const place = {
    read: () => readPin(id),
    write: (pin: Parameters<typeof writePin>[1]) => writePin(id, pin),
  };
  const tried = await tryPin(place, digits, Date.now());
  if (tried.outcome === "right" && readHere() === id) writeOpen(id);
  look();
  return tried;
}

/** Gives the learner who is here a PIN, or takes it away. */
export async function setPin(id: string, digits: string | undefined): Promise<void> {
  writePin(id, digits === undefined ? undefined : await makePin(digits));
  writeOpen(digits === undefined ? undefined : id);
  look();
}

/** Notes that her PIN is forgotten: once she has proved herself anew it goes. */
export const forgetPin = ({ id, provenAt }: Known): void => writeForgot({ id, provenAt });

/** Locks the learner who is here until her PIN is given. */
export function lock(): void {
  writeOpen(undefined);
  look();
}

/**
 * Takes a learner off this phone: from its session, and everything of hers from its memory, but for work that she hands in.
 * @returns whether somebody is left
 * @throws Problem; nothing is erased then
 */
export async function remove(id: string): Promise<boolean> {
  const { left } = await call("removeProfile", { params: { learnerId: id } });
  await eraseLearner(places, id);
  writePin(id, undefined);
  writeProfiles(readProfiles().filter((each) => each.id !== id));
  if (readOpen() === id) writeOpen(undefined);
  forgetCourse();
  await loadProfiles({ again: true });
  return left > 0;
}
