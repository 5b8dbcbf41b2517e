import type { EnrolmentView } from "@twiza/contract";
import {
  type CourseState,
  courseStates,
  GUEST,
  later,
  type Place,
  type Progress,
  type Standing,
  standingOf,
} from "@twiza/client";
import { device } from "./device.ts";
import { owner } from "./who.svelte.ts";

type Courses = Readonly<Record<string, CourseState>>;
type Kept = {
  readonly who: string | undefined;
  readonly hers: Courses;
  readonly guests: Courses;
  readonly standing: Standing;
};

const NOTHING: Kept = {
  who: undefined,
  hers: {},
  guests: {},
  standing: { waiting: 0, refused: 0, others: 0 },
};
let kept = $state.raw(NOTHING);
let lasts = $state(true);
/** What is kept, unless it is of somebody who was here before. */
const now = (): Kept => (kept.who === owner() ? kept : NOTHING);
const coursesOf = (isEnrolled: boolean): Courses => (isEnrolled ? now().hers : now().guests);

/** Where the person here stands in each course by what this phone knows: a mirror of its database that pages read at once. */
export const states = {
  /** What of hers waits, was refused, or belongs to others on this phone. The guest's waits for an enrolment, not for the network. */
  get standing(): Standing {
    const { who, standing } = now();
    return who === GUEST ? { ...standing, waiting: 0 } : standing;
  },
  /** What is written down lasts longer than the page; known once the phone was asked. */
  get lasts(): boolean {
    return lasts;
  },
  /** What she has done in a course, or what the guest has. */
  progressIn: (courseId: string, isEnrolled: boolean): Progress =>
    coursesOf(isEnrolled)[courseId]?.progress ?? {},
  /** Where she was last in a course, on this phone or on another. */
  placeIn: (courseId: string, enrolment?: EnrolmentView): Place | undefined =>
    later(coursesOf(owner() !== GUEST)[courseId]?.place, enrolment?.progress.resume),
  /** Each course that she, or the guest, has touched on this phone. */
  get courses(): readonly CourseState[] {
    return Object.values(coursesOf(owner() !== GUEST));
  },
  /** Reads anew what the phone keeps of the person here. */
  async read(): Promise<void> {
    const who = owner();
    const [guests, hers, standing] = await Promise.all([
      courseStates(device, GUEST),
      who === GUEST ? [] : courseStates(device, who),
      standingOf(device, who),
    ]);
    lasts = device.database.durable;
    // Somebody else may have come in meanwhile; she is read for herself.
    if (who === owner()) kept = { who, hers: byCourse(hers), guests: byCourse(guests), standing };
  },
  /** Once it tells of the person here. */
  ready: async (): Promise<void> => {
    if (kept.who !== owner()) await states.read();
  },
};

const byCourse = (all: readonly CourseState[]): Courses =>
  Object.fromEntries(all.map((state) => [state.courseId, state]));
