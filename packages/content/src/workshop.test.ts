import { expect, it } from "vitest";
import { buildCourse } from "./build.ts";
import { courseIdOf } from "./course.ts";
import { readSkills } from "./frameworks/framework.ts";
import { readWorkshop } from "./workshop.ts";

it("the course of the press is whole in French, Arabic and English, and ends with a skill that somebody sees", () => {
  const source = readWorkshop();
  const { manifest, quiz } = buildCourse(source, courseIdOf(source));
  for (const { bodies } of source.modules.flatMap((module) => module.lessons))
    expect([...bodies.keys()].sort()).toEqual(["ar", "en", "fr"]);
  for (const { prompt } of quiz.items)
    expect(Object.keys(prompt).sort()).toEqual(["ar", "en", "fr"]);
  const [checklist, ...others] = manifest.checklists ?? [];
  expect(others).toEqual([]);
  const known = new Set(readSkills().competencies.map(({ id }) => id));
  const named = checklist?.criteria.flatMap(({ competencies = [] }) => competencies) ?? [];
  expect(named).toHaveLength(5);
  for (const id of named) expect(known).toContain(id);
});
