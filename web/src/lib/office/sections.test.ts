import type { Role } from "@twiza/contract/where";
import { expect, it } from "vitest";
import { mayCall, sectionsFor } from "./sections.ts";

const rooms = (...roles: Role[]): string[] =>
  sectionsFor(roles).map(({ href }) => href.replace("/office/", ""));

it.each<[Role, string[]]>([
  [
    "trainer",
    ["courses", "library", "bank", "for-you", "cohorts", "flags", "competencies", "certificates"],
  ],
  ["mentor", ["cohorts"]],
  [
    "manager",
    ["courses", "for-you", "cohorts", "people", "organisations", "competencies", "languages"],
  ],
  [
    "administrator",
    [
      "courses",
      "library",
      "bank",
      "for-you",
      "cohorts",
      "flags",
      "people",
      "organisations",
      "competencies",
      "languages",
      "certificates",
      "designs",
      "marks",
      "audit",
    ],
  ],
  ["auditor", ["competencies", "marks", "audit"]],
  ["researcher", []],
  ["learner", []],
])("a %s is shown the rooms she can enter, and no other", (role, expected) => {
  expect(rooms(role)).toEqual(expected);
});

it("several roles open the rooms of each, once", () => {
  expect(rooms("mentor", "auditor", "trainer")).toEqual([
    "courses",
    "library",
    "bank",
    "for-you",
    "cohorts",
    "flags",
    "competencies",
    "certificates",
    "marks",
    "audit",
  ]);
});

it("a person without a role may still do what is open to every person", () => {
  expect(mayCall([], "chooseOrganisation")).toBe(true);
  expect(mayCall([], "proposeAct")).toBe(false);
});
