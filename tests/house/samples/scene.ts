import type { OperationName } from "@twiza/contract";
import type { House } from "../house.ts";
import type { Landmarks } from "../landmarks.ts";

/** A request that an operation accepts, by somebody of the seed who may ask it. */
export type Sample = {
  /** Her contact; absent where no session is needed. */
  readonly by?: string;
  readonly asked: {
    params?: Record<string, string>;
    query?: Record<string, string>;
    body?: Record<string, unknown>;
  };
};

/** Where and with what a sample is made: its ids are fresh, so that two samples are two wishes. */
export type Scene = {
  readonly house: House;
  readonly at: Landmarks;
  readonly intentId: string;
  /** The contact of a learner who is under way. */
  readonly learner: string;
  readonly ofCourse: { readonly params: { readonly courseId: string } };
  readonly ofLesson: { readonly courseId: string; readonly lessonId: string };
};
/** Samples of some operations. */
export type Samples = Partial<Record<OperationName, () => Sample | Promise<Sample>>>;
