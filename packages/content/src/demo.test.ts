import { readFileSync } from "node:fs";
import { Contact, inLanguage, LANGUAGES, localized, PersonName } from "@twiza/contract";
import { expect, it } from "vitest";
import { apprentices, cooperatives, institution, learners, peopleOfDemo, staff } from "./demo.ts";
import { COURSES } from "./seed.ts";

it("nobody in the demonstration can be written to by accident", () => {
  const contacts = peopleOfDemo.map(({ contact }) => Contact.parse(contact));
  expect(contacts.filter((contact) => !contact.endsWith("@example.org"))).toEqual([]);
  expect(new Set(contacts).size).toBe(contacts.length);
});

it("an organisation is named in all four languages", () => {
  for (const name of [institution, ...cooperatives.map((each) => each.name)]) {
    localized(200).parse(name);
    expect(LANGUAGES.map((language) => inLanguage(name, language).language)).toEqual(LANGUAGES);
  }
});

it("the people write their names in three scripts and use all four languages", () => {
  const names = peopleOfDemo.map(({ name }) => PersonName.parse(name)).join(" ");
  for (const script of [/\p{Script=Arabic}/u, /\p{Script=Tifinagh}/u, /\p{Script=Latin}/u])
    expect(names).toMatch(script);
  expect(new Set(peopleOfDemo.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
});

it("learners have no role in the institution, staff have one each", () => {
  expect(Object.values(learners).filter(({ role }) => role !== "learner")).toEqual([]);
  expect(Object.values(staff).map(({ role }) => role as string)).not.toContain("learner");
});

it("a fresh start holds what the README says, in its first lines to type: three courses, a workshop and sixteen people", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  expect(readme).toContain("three courses, a workshop and sixteen people");
  expect(COURSES).toHaveLength(3);
  expect(peopleOfDemo).toHaveLength(16);
});

it("a fresh start has one institution of three cooperatives, six learners at different points and four more at the press", () => {
  expect(Object.keys(institution)).toHaveLength(LANGUAGES.length);
  expect(cooperatives.map(({ kind }) => kind)).toEqual(Array(3).fill("cooperative"));
  expect(Object.keys(learners)).toHaveLength(6);
  expect(Object.keys(apprentices)).toHaveLength(4);
});
