import { type OperationName, operations } from "@twiza/contract";
import { learners } from "@twiza/content";
import { type House, newIntent, type Visitor } from "./house.ts";
import type { Landmarks } from "./landmarks.ts";
import { bankSamples } from "./samples/bank.ts";
import { certificatesSamples } from "./samples/certificates.ts";
import { checklistsSamples } from "./samples/checklists.ts";
import { cohortsSamples } from "./samples/cohorts.ts";
import { correctionsSamples } from "./samples/corrections.ts";
import { coursesSamples } from "./samples/courses.ts";
import { draftSamples } from "./samples/draft.ts";
import { erasureSamples } from "./samples/erasure.ts";
import { gradesSamples } from "./samples/grades.ts";
import { handingSamples } from "./samples/handing.ts";
import { itemsSamples } from "./samples/items.ts";
import { designsSamples } from "./samples/designs.ts";
import { frameworksSamples } from "./samples/frameworks.ts";
import { learningSamples } from "./samples/learning.ts";
import { mediaSamples } from "./samples/media.ts";
import { observationSamples } from "./samples/observation.ts";
import { partnershipsSamples } from "./samples/partnerships.ts";
import { peopleSamples } from "./samples/people.ts";
import { reviewSamples } from "./samples/review.ts";
import { talkSamples } from "./samples/talk.ts";
import { waysInSamples } from "./samples/ways-in.ts";
import type { Sample, Scene } from "./samples/scene.ts";

export const NAMES = Object.keys(operations).filter(
  (name): name is OperationName => name in operations,
);

/** A sample of every operation. Each call makes fresh intents, so that two samples are two wishes. */
export async function sampleOf(house: House, name: OperationName, at: Landmarks): Promise<Sample> {
  const { courseId } = at.course;
  const scene: Scene = {
    ...{ house, at, intentId: newIntent(), learner: learners.underWay.contact },
    ...{ ofCourse: { params: { courseId } }, ofLesson: { courseId, lessonId: at.lessonId } },
  };
  const samples: Record<OperationName, () => Sample | Promise<Sample>> = {
    ...coursesSamples(scene),
    ...itemsSamples(scene),
    ...correctionsSamples(scene),
    ...bankSamples(scene),
    ...checklistsSamples(scene),
    ...draftSamples(scene),
    ...talkSamples(scene),
    ...reviewSamples(scene),
    ...designsSamples(scene),
    ...frameworksSamples(scene),
    ...learningSamples(scene),
    ...mediaSamples(scene),
    ...observationSamples(scene),
    ...handingSamples(scene),
    ...cohortsSamples(scene),
    ...gradesSamples(scene),
    ...certificatesSamples(scene),
    ...partnershipsSamples(scene),
    ...peopleSamples(scene),
    ...waysInSamples(scene),
    ...erasureSamples(scene),
  };
  return samples[name]();
}

export const visitorFor = (house: House, sample: Sample): Promise<Visitor> | Visitor =>
  sample.by ? house.as(sample.by) : house.anyone;
