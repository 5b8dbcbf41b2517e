import { expect, test } from "vitest";
import { enrolment } from "./enrolments.ts";

const hex = (letter: string) => letter.repeat(32);

test("an enrolment from before days of learning were counted is read with all it had, and none counted yet", () => {
  const lessons = { [`les_${hex("a")}`]: { reached: 3, done: true } };
  const data = {
    learnerId: `lrn_${hex("1")}`,
    learnerName: "Fadma",
    courseId: `crs_${hex("2")}`,
    courseTitle: { fr: "Gérer" },
    version: 1,
    content: { manifest: hex("ab"), quiz: hex("cd") },
    organisationId: `org_${hex("3")}`,
    issuing: "automatic",
    enrolledAt: "2026-03-01T08:00:00.000Z",
    lessonCount: 7,
    progress: { lessons },
    quiz: { tries: 1, bestPercent: 80 },
  };
  const item = { pk: "a", sk: "b", entity: "enrolment", format: 1, revision: 4, data };
  expect(enrolment.read(item)).toEqual({
    revision: 4,
    value: { ...data, progress: { lessons, days: [] } },
  });
});
