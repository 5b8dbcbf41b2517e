import { peopleOfDemo } from "@twiza/content";
import { LANGUAGES } from "@twiza/contract";
import { expect, it } from "vitest";
import { welcome } from "./welcome.ts";

const ORIGIN = "http://localhost:4321";
const lines = welcome(ORIGIN).split("\n");
/** Columns are two spaces apart at least; a name may have one within. */
const rows = lines.map((line) => line.trim().split(/ {2,}/));

it("whoever starts Twiza reads where to go", () => {
  for (const path of ["", "/dev/sign-in", "/dev/outbox", "/docs/api/"])
    expect(lines.filter((line) => line.endsWith(` ${ORIGIN}${path}`))).toHaveLength(1);
});

it("and whom to be: a learner, a trainer and an administrator, in one of four languages", () => {
  const people = rows.slice(rows.findIndex(([first]) => first === "Role") + 1);
  const roles = people.map(([role]) => role);
  for (const role of ["learner", "trainer", "administrator"]) expect(roles).toContain(role);
  const languages = new Set(people.map(([, language]) => language));
  for (const language of LANGUAGES) expect(languages).toContain(language);
});

it("everybody has one line, with role, language, address and name", () => {
  for (const { role, language, contact, name } of peopleOfDemo)
    expect(rows).toContainEqual([role, language, contact, name]);
});
