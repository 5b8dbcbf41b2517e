import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftOf, readChecklist, writeChecklist, writtenOf } from "./index.ts";

const TEXT = `---
title: "Presser un lot d’huile d’argan"
language: fr
least: 75
photo: required
---

Pressez les amandons de deux kilos.

Prenez le temps qu’il faut.

- [!] Se lave les mains {#hands}
  Avec du savon,
  jusqu’aux poignets.
- [ ] Trie les amandons

---
title: عصر دفعة من زيت أركان
language: ar
---

اعصري دفعة.

* [!] تغسل يديها {#hands}
* [x] تفرز اللوز {#c2}
\tلا لوزة سوداء.

---
title: ⴰⵥⵎⴰⵢ
language: zgh
---
`;
const faultsIn = (text: string): string[] => {
  const read = readChecklist(text);
  return "faults" in read ? read.faults.map(({ line, code }) => `${line} ${code}`) : [];
};

describe("a checklist in a text", () => {
  it("is read in all its languages, with what is critical, and how one knows that it is done rightly", () => {
    const read = readChecklist(TEXT);
    if (!("checklist" in read)) return expect.unreachable();
    expect(draftOf(read.checklist)).toEqual({
      title: { fr: "Presser un lot d’huile d’argan", ar: "عصر دفعة من زيت أركان", zgh: "ⴰⵥⵎⴰⵢ" },
      task: { fr: "Pressez les amandons de deux kilos.\n\nPrenez le temps qu’il faut.", ar: "اعصري دفعة." },
      leastPercent: 75,
      photo: "required",
      criteria: [
        { id: "hands", critical: true, text: { fr: "Se lave les mains", ar: "تغسل يديها" }, sign: { fr: "Avec du savon, jusqu’aux poignets." } },
        { id: "c2", text: { fr: "Trie les amandons", ar: "تفرز اللوز" }, sign: { ar: "لا لوزة سوداء." } },
      ],
    }); // prettier-ignore
  });

  it("asks for four fifths where it does not say, and for no photo", () => {
    const read = readChecklist("---\ntitle: Peser\nlanguage: fr\n---\n- [ ] Pèse");
    expect(read).toMatchObject({ checklist: { leastPercent: 80, photo: false } });
  });

  it.each([
    ["nothing", "", ["1 no_title"]],
    ["no head", "- [ ] Pèse", ["1 no_language", "1 no_title"]],
    ["no language", "---\ntitle: Peser\n---\n- [ ] Pèse", ["1 no_language"]],
    ["no point", "---\ntitle: Peser\nlanguage: fr\n---\nPesez.", ["1 no_point"]],
    ["more than all", "---\ntitle: Peser\nlanguage: fr\nleast: 101\n---\n- [ ] Pèse", ["1 bad_least"]],
    ["words behind its points", "---\ntitle: Peser\nlanguage: fr\n---\n- [ ] Pèse\nBien.", ["6 astray"]],
    ["a name twice", "---\ntitle: Peser\nlanguage: fr\n---\n- [ ] Pèse {#a}\n- [ ] Lave {#a}", ["6 name_twice"]],
    ["a language twice", `${TEXT}\n---\ntitle: Peser\nlanguage: ar\n---\n`, ["33 language_twice"]],
    ["another point in another language", TEXT.replace("{#c2}", "{#sort}"), ["25 other"]],
    ["another critical point", TEXT.replace("[x]", "[!]"), ["25 other"]],
    ["a point less", TEXT.replace(/^\* \[x\].*\n\t.*\n/m, ""), ["17 other"]],
  ])("with %s is told line by line what to mend", (_, text, expected) => {
    expect(faultsIn(text)).toEqual(expected);
  }); // prettier-ignore

  const word = fc.constantFrom(
    "Trie",
    "- [ ] x",
    "---",
    "title: y",
    "\\d",
    "{#a}",
    "تفرز",
    "ⴰⵥⵎⴰⵢ",
    "!",
    "*",
    "a\u00A0:",
  );
  const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const task = fc
    .array(fc.oneof(line, fc.constant("")), { maxLength: 4 })
    .map((lines) => lines.join("\n").trim());
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "hands", "c1", "c2"), { minLength: 1 });
  const checklist = fc.tuple(names, fc.boolean(), fc.nat(100), fc.boolean()).chain(([all, isCritical, leastPercent, photo]) => {
    const points = fc.tuple(...all.map((name, at) =>
      fc.record({ name: fc.constant(name), critical: fc.constant(isCritical && at === 0), text: line, sign: line }, { requiredKeys: ["name", "critical", "text"] })));
    const part = (language: string, some: typeof points | fc.Arbitrary<never[]>) =>
      fc.record({ language: fc.constant(language), title: line, task, points: some });
    return fc.tuple(part("fr", points), part("ar", points), part("ff-Adlm", fc.constant([]))).map((parts) => ({ leastPercent, photo, parts }));
  }); // prettier-ignore

  it("comes back as it was written, whatever its words look like", () => {
    fc.assert(
      fc.property(checklist, (one) => {
        expect(readChecklist(writeChecklist(one))).toEqual({ checklist: one });
        expect(draftOf(writtenOf(draftOf(one), ["fr", "ar", "ff-Adlm"]))).toEqual(draftOf(one));
      }),
    );
  });
});
