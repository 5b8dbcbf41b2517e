import { Contact, inLanguage, LANGUAGES, localized, PersonName } from "@twiza/contract";
import { expect, it } from "vitest";
import { demoCohorts, demoLearners, demoOrganisations, demoStaff } from "./people.ts";

const people = [...demoStaff, ...demoLearners];

it("nobody in the demonstration can be written to by accident", () => {
  const contacts = people.map(({ contact }) => Contact.parse(contact));
  expect(contacts.filter((contact) => !contact.endsWith("@example.org"))).toEqual([]);
  expect(new Set(contacts).size).toBe(people.length);
});

it("an organisation is named in all four languages", () => {
  for (const { name } of demoOrganisations) {
    localized(200).parse(name);
    expect(LANGUAGES.map((language) => inLanguage(name, language).language)).toEqual(LANGUAGES);
  }
});

it("the people write their names in three scripts and use all four languages", () => {
  const names = people.map(({ name }) => PersonName.parse(name)).join(" ");
  for (const script of [/\p{Script=Arabic}/u, /\p{Script=Tifinagh}/u, /\p{Script=Latin}/u])
    expect(names).toMatch(script);
  expect(new Set(people.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
});

it("whatever a person or a cohort points to is there", () => {
  const organisations = new Set(demoOrganisations.map(({ key }) => key));
  for (const { parent = "institute" } of demoOrganisations) expect(organisations).toContain(parent);
  for (const { organisation } of demoStaff) expect(organisations).toContain(organisation);
  for (const { trainer } of demoCohorts)
    expect(demoStaff.find(({ key }) => key === trainer)?.roles).toContain("trainer");
  for (const { cooperative, cohort, course } of demoLearners) {
    expect(organisations).toContain(cooperative);
    if (cohort) expect(demoCohorts.find(({ key }) => key === cohort)?.course).toBe(course);
  }
});

it("a learner is met at each point of the way, and who waits for a hand is in a cohort that issues by hand", () => {
  const stages = demoLearners.map(({ progress }) => progress.stage);
  expect(stages.toSorted()).toEqual(
    ["not_started", "learning", "quiz_failed", "certified", "revoked", "eligible"].toSorted(),
  );
  const eligible = demoLearners.find(({ progress }) => progress.stage === "eligible");
  expect(demoCohorts.find(({ key }) => key === eligible?.cohort)?.issuing).toBe("by_hand");
});
