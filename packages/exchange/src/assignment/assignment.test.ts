import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftOf, readAssignment, writeAssignment, writtenOf } from "./index.ts";

const TEXT = `---
title: "Une étiquette et son prix"
language: fr
takes: photo, text
least: 55
tries: 2
anonymous: yes
second: 15
---

Écrivez l’étiquette.

\\## Ceci n’est pas un critère.

## Le prix {#price weight=3}

- [ ] 0 % Aucun coût
- [!] 60 % Les matières
- [ ] 100 % Matières et heures

## L’étiquette

- [ ] 0 % Illisible
- [ ] 100 %

---
title: بطاقة
language: ar
---

اكتبي.

## الثمن {#price weight=3}
- [ ] 0% لا تكلفة
- [!] 60% المواد
- [ ] 100% المواد والساعات
## البطاقة
* [ ] 0 % غير مقروءة
* [x] 100 % كاملة

---
title: ⴰⵜⵉⴳ
language: zgh
---
`;
const faultsIn = (text: string): string[] => {
  const read = readAssignment(text);
  return "faults" in read ? read.faults.map(({ line, code }) => `${line} ${code}`) : [];
};
const HEAD = "---\ntitle: Peser\nlanguage: fr\n---\n";
const RUBRIC = "## Poids {#a}\n- [ ] 0 % Non\n- [ ] 100 % Oui";

describe("an assignment in a text", () => {
  it("is read in all its languages, with its rubric and what passes", () => {
    const read = readAssignment(TEXT);
    if (!("assignment" in read)) return expect.unreachable();
    const level = (percent: number, fr?: string, ar?: string) => ({ percent, text: { ...(fr ? { fr } : {}), ...(ar ? { ar } : {}) } }); // prettier-ignore
    expect(draftOf(read.assignment)).toEqual({
      title: { fr: "Une étiquette et son prix", ar: "بطاقة", zgh: "ⴰⵜⵉⴳ" },
      task: { fr: "Écrivez l’étiquette.\n\n## Ceci n’est pas un critère.", ar: "اكتبي." },
      ...{ takes: ["text", "photo"], leastPercent: 55, triesAllowed: 2 },
      ...{ anonymous: true, second: { apart: 15 } },
      criteria: [
        {
          ...{ id: "price", weight: 3, leastLevel: 1, title: { fr: "Le prix", ar: "الثمن" } },
          levels: [
            level(0, "Aucun coût", "لا تكلفة"),
            level(60, "Les matières", "المواد"),
            level(100, "Matières et heures", "المواد والساعات"),
          ],
        },
        {
          ...{ id: "c2", weight: 1, title: { fr: "L’étiquette", ar: "البطاقة" } },
          levels: [level(0, "Illisible", "غير مقروءة"), level(100, undefined, "كاملة")],
        },
      ],
    });
  });

  it("takes text and photos, three tries and one marker where it does not say", () => {
    expect(readAssignment(HEAD + RUBRIC)).toMatchObject({
      assignment: { takes: ["text", "photo"], leastPercent: 60, triesAllowed: 3, anonymous: false },
    });
  });

  it.each([
    ["nothing", "", ["1 no_title"]],
    ["no head", RUBRIC, ["1 no_language", "1 no_title"]],
    ["no criterion", `${HEAD}Pesez.`, ["1 no_criterion"]],
    ["one level", `${HEAD}## Poids\n- [ ] 0 % Non`, ["5 few_levels"]],
    ["levels that do not rise", `${HEAD}## Poids\n- [ ] 50 % Non\n- [ ] 50 % Oui`, ["7 bad_level"]],
    ["more than all", `${HEAD}## Poids\n- [ ] 0 % Non\n- [ ] 101 % Oui`, ["7 bad_level"]],
    ["two needed levels", `${HEAD}## Poids\n- [ ] 0 % a\n- [!] 5 % b\n- [!] 9 % c`, ["8 needed_twice"]],
    ["its lowest level needed", `${HEAD}## Poids\n- [!] 0 % a\n- [ ] 5 % b`, ["6 needed_twice"]],
    ["words behind its levels", `${HEAD}${RUBRIC}\nBien.`, ["8 astray"]],
    ["a name twice", `${HEAD}${RUBRIC}\n${RUBRIC}`, ["8 name_twice"]],
    ["a language twice", `${HEAD}${RUBRIC}\n${HEAD}`, ["8 language_twice"]],
    ["what nobody hands in", `---\ntitle: P\nlanguage: fr\ntakes: text, cheese\n---\n${RUBRIC}`, ["1 bad_takes"]],
    ["figures that are none", `---\ntitle: P\nlanguage: fr\nleast: all\ntries: 0\nsecond: 1.5\n---\n${RUBRIC}`, ["1 bad_second", "1 bad_least", "1 bad_tries"]],
    ["another level in another language", TEXT.replace("60% المواد", "50% المواد"), ["33 other"]],
    ["another weight in another language", TEXT.replace("الثمن {#price weight=3}", "الثمن {#price weight=2}"), ["33 other"]],
    ["another needed level in another language", TEXT.replace("[!] 60%", "[ ] 60%"), ["33 other"]],
    ["a criterion less", TEXT.replace(/^## البطاقة\n(?:\* .*\n){2}/m, ""), ["26 other"]],
  ])("with %s is told line by line what to mend", (_, text, expected) => {
    expect(faultsIn(text)).toEqual(expected);
  }); // prettier-ignore

  const word = fc.constantFrom("Trie", "- [ ] 5 % x", "---", "title: y", "\\d", "{#a}", "## z", "تفرز", "ⴰⵥⵎⴰⵢ", "!", "*", "5 %"); // prettier-ignore
  const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const task = fc.array(fc.oneof(line, fc.constant("")), { maxLength: 4 }).map((lines) => lines.join("\n").trim()); // prettier-ignore
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "price", "c1", "c2"), { minLength: 1 });
  const percents = fc.uniqueArray(fc.nat(100), { minLength: 2, maxLength: 6 }).map((all) => all.toSorted((a, b) => a - b)); // prettier-ignore
  const settings = fc.record({
    takes: fc.constantFrom(["text" as const], ["text" as const, "voice" as const], ["file" as const]), // prettier-ignore
    leastPercent: fc.nat(100),
    triesAllowed: fc.integer({ min: 1, max: 10 }),
    anonymous: fc.boolean(),
    apart: fc.nat(100),
  }, { requiredKeys: ["takes", "leastPercent", "triesAllowed", "anonymous"] }); // prettier-ignore
  const assignment = fc.tuple(settings, names, percents, fc.integer({ min: 1, max: 100 }), fc.boolean()).chain(([said, all, each, weight, isNeeded]) => {
    const level = (percent: number) => fc.record({ percent: fc.constant(percent), text: line });
    const criterion = (name: string) => fc.record({
      ...{ name: fc.constant(name), weight: fc.constant(weight), title: line },
      ...(isNeeded ? { leastLevel: fc.constant(1) } : {}),
      levels: fc.tuple(...each.map(level)),
    });
    const rubric = fc.tuple(...all.map(criterion));
    const part = (language: string, criteria: typeof rubric | fc.Arbitrary<never[]>) =>
      fc.record({ language: fc.constant(language), title: line, task, criteria });
    return fc.tuple(part("fr", rubric), part("ar", rubric), part("ff-Adlm", fc.constant([]))).map((parts) => ({ ...said, parts }));
  }); // prettier-ignore

  it("comes back as it was written, whatever its words look like", () => {
    fc.assert(
      fc.property(assignment, (one) => {
        expect(readAssignment(writeAssignment(one))).toEqual({ assignment: one });
        expect(draftOf(writtenOf(draftOf(one), ["fr", "ar", "ff-Adlm"]))).toEqual(draftOf(one));
      }),
    );
  });
});
