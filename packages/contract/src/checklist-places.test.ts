import fc from "fast-check";
import { expect, it } from "vitest";
import { placesOf, placeStanding, withWords } from "./checklist-places.ts";
import type { ChecklistId } from "./id.ts";

const id = `chk_${"a".repeat(32)}` as ChecklistId;
const checklist = {
  id,
  title: { fr: "Presser", ar: "العصر" },
  task: { fr: "Pressez un kilo" },
  criteria: [
    { id: "clean", text: { fr: "La presse est propre", ar: "المعصرة نظيفة" } },
    { id: "warm", text: { fr: "Pas trop chaud" }, sign: { fr: "La main y tient" } },
  ],
};
const tongues = { language: "ar", source: "fr" };

it("every text of a checklist is a place of its own, in its order", () => {
  expect(placesOf(checklist).map(({ key, of, point }) => [key.slice(id.length + 1), of, point])).toEqual([
    ["title", "title", undefined],
    ["task", "task", undefined],
    ["clean-text", "text", 1],
    ["warm-text", "text", 2],
    ["warm-sign", "sign", 2],
  ]); // prettier-ignore
});

it("a place is missing, outdated since the original became another, or done", () => {
  const published = placesOf(checklist);
  const now = {
    ...checklist,
    title: { fr: "Presser à froid", ar: "العصر" },
    criteria: checklist.criteria.map((each) => ({
      ...each,
      text: { fr: `${each.text.fr} partout`, ar: "نظيفة كلها" },
    })),
  };
  const standings = placesOf(now).map((place) => placeStanding(place, tongues, published));
  expect(standings).toEqual(["outdated", "missing", "done", "done", "missing"]);
  expect(placeStanding(placesOf(now)[0] ?? expect.fail(), tongues)).toBe("done");
});

it("words put in their places are there, and no other word is another", () => {
  const keys = placesOf(checklist).map(({ key }) => key);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.string({ minLength: 1 })), (said) => {
      const words = new Map(Object.entries(said));
      const after = placesOf(withWords(checklist, "ar", words));
      for (const [at, before] of placesOf(checklist).entries()) {
        const { [before.key]: wanted = before.words["ar"] } = said;
        expect(after[at]?.words).toEqual({ ...before.words, ...(wanted ? { ar: wanted } : {}) });
      }
    }),
  );
});
