import {
  DRAFT_LIMITS,
  type DraftBlock,
  type DraftWords,
  type LessonCommand,
} from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Sheet, saved, titleAlone } from "./saving.ts";
import { account, act, keysOf, lesson, NOW, said, words } from "./testing/lesson.ts";
import { isTooMuch, textOf, type Writing } from "./words.ts";

type Told = {
  readonly commands?: LessonCommand[];
  readonly texts?: Writing[];
  readonly name?: string;
};
/** As the use case names them: by what is said and by whom. */
const idOf = (name: string, key: string, block: object): string =>
  JSON.stringify([name, key, block]);
const writing = (key: string, base: number, text: string, name = "Aïcha"): Writing => ({
  key,
  base,
  block: said(text),
  secondId: idOf(name, key, said(text)),
});
const save = (sheet: Sheet, { commands = [], texts = [], name = "Aïcha" }: Told) =>
  saved(sheet, { commands, texts }, { act: act(), name, source: "fr" });
const start = (keys = "a b", said: DraftWords["texts"] = {}): Sheet => ({
  lesson: lesson(keys),
  words: words(said),
});

describe("words that are saved", () => {
  it("replace those that were seen, and the source grows", () => {
    const first = save(start(), { texts: [writing("a", 0, "Un")] });
    const second = save(first, { texts: [writing("a", 1, "Deux")] });
    expect(textOf(second.words, "a")).toEqual({ rev: 2, block: said("Deux") });
    expect(second.lesson.places[0]).toMatchObject({ rev: 2, kind: "text" });
    expect(second.lesson).toMatchObject({ changedAt: NOW, changedBy: account("a") });
  });

  it("of a picture that only decorates ask nobody for a translation, until it shows something", () => {
    const picture = (base: number, over: object): Writing => {
      const block = { kind: "picture" as const, alt: "", ...over };
      return { key: "a", base, block, secondId: idOf("Aïcha", "a", block) };
    };
    const first = save(start(), { texts: [picture(0, { decorative: true })] });
    expect(first.lesson.places[0]).toEqual({ key: "a", kind: "picture", rev: 1, against: {}, wordless: true }); // prettier-ignore
    const told = save(first, { texts: [picture(1, { alt: "Une balance" })] });
    expect(told.lesson.places[0]).toEqual({ key: "a", kind: "picture", rev: 2, against: {} });
  });

  it("that are there already change nothing, whatever was seen", () => {
    const first = save(start(), { texts: [writing("a", 0, "Un")] });
    for (const base of [0, 1, 7]) {
      const again = save(first, { texts: [writing("a", base, "Un")] });
      expect(again.lesson).toBe(first.lesson);
      expect(again.words).toBe(first.words);
    }
  });

  it("that met others stand beside them, once, until somebody chooses", () => {
    const first = save(start(), { texts: [writing("a", 0, "Un")] });
    const late = { texts: [writing("a", 0, "Eins", "Badia")], name: "Badia" };
    const met = save(save(first, late), late);
    expect(textOf(met.words, "a")?.block).toEqual(said("Un"));
    expect(met.words.seconds).toEqual([
      { id: idOf("Badia", "a", said("Eins")), key: "a", block: said("Eins"), by: "Badia", at: NOW },
    ]);
    expect(met.lesson.places[0]?.rev).toBe(1);
    const [second] = met.words.seconds;
    const settle = { do: "settle", id: second?.id ?? "" } as const;
    const chosen = save(met, { commands: [settle], texts: [writing("a", 1, "Eins")] });
    expect(chosen.words).toEqual(words({ a: { rev: 2, block: said("Eins") } }));
  });

  it("that claim to have seen what was never there replace nothing", () => {
    const first = save(start(), { texts: [writing("a", 0, "Un")] });
    const met = save(first, { texts: [writing("a", 9, "Neuf")] });
    expect(textOf(met.words, "a")?.block).toEqual(said("Un"));
    expect(met.words.seconds.map(({ block }) => block)).toEqual([said("Neuf")]);
  });

  it("of somebody who chooses too late are kept all the same", () => {
    const first = save(start(), { texts: [writing("a", 0, "Un")] });
    const met = save(first, { texts: [writing("a", 0, "Eins", "Badia")], name: "Badia" });
    const changed = save(met, { texts: [writing("a", 1, "Un et demi")] });
    const settle = { do: "settle", id: idOf("Badia", "a", said("Eins")) } as const;
    const late = save(changed, {
      commands: [settle],
      texts: [writing("a", 1, "Eins", "Badia")],
      name: "Badia",
    });
    expect(textOf(late.words, "a")?.block).toEqual(said("Un et demi"));
    expect(late.words.seconds.map(({ block }) => block)).toEqual([said("Eins")]);
  });

  it("of a translation are made from the source as it is now", () => {
    const source = save(start(), { texts: [writing("a", 0, "Un"), writing("b", 0, "Deux")] });
    const arabic = { lesson: source.lesson, words: words({}, { language: "ar" }) };
    const first = save(arabic, { texts: [writing("a", 0, "واحد")] });
    expect(first.lesson.places.map(({ rev, against }) => [rev, against])).toEqual([[1, { ar: 1 }], [1, {}]]); // prettier-ignore
    const newer = save(
      { lesson: first.lesson, words: source.words },
      { texts: [writing("a", 1, "Un !")] },
    );
    expect(newer.lesson.places[0]).toMatchObject({ rev: 2, against: { ar: 1 } });
    const again = save(
      { lesson: newer.lesson, words: first.words },
      { texts: [writing("a", 1, "واحد!")] },
    );
    expect(again.lesson.places[0]).toMatchObject({ rev: 2, against: { ar: 2 } });
  });

  it("of a block in the bin wait there, those of one that is gone bring it back at the end", () => {
    const done = save(start(), {
      commands: [{ do: "remove", key: "a" }],
      texts: [writing("a", 0, "Un"), writing("x", 3, "Vieux")],
    });
    expect(keysOf(done.lesson)).toBe("b x");
    expect(done.lesson.bin[0]?.place).toMatchObject({ key: "a", rev: 1 });
    expect(textOf(done.words, "x")).toEqual({ rev: 4, block: said("Vieux") });
  });

  it("of a block that was doubled are there twice, and told to the other languages", () => {
    const first = save(start(), { texts: [writing("a", 0, "Un")] });
    const doubled = save(first, { commands: [{ do: "duplicate", key: "a", as: "c" }] });
    expect(textOf(doubled.words, "c")).toEqual(textOf(first.words, "a"));
    expect(doubled.copies).toEqual([{ key: "a", as: "c" }]);
    expect(save(doubled, { commands: [{ do: "duplicate", key: "a", as: "c" }] }).copies).toEqual(
      [],
    );
  });

  it("of a title are the lesson's name in its list, until they are taken away", () => {
    const title = (text: string, base: number) => [
      { key: "title", base, block: { kind: "title", text } as const, secondId: text },
    ];
    const first = save(start(), { texts: title("Peser juste ", 0) });
    expect(first.lesson.title).toEqual({ fr: "Peser juste" });
    expect(first.lesson.titlePlace.rev).toBe(2);
    expect(save(first, { texts: title(" ", 1) }).lesson.title).toEqual({});
  });

  it("decide in the source language of which kind a block is", () => {
    const steps: DraftBlock = { kind: "steps", steps: [] };
    const texts = [{ key: "a", base: 0, block: steps, secondId: "x" }];
    expect(save(start(), { texts }).lesson.places[0]?.kind).toBe("steps");
    const arabic = { lesson: lesson("a"), words: words({}, { language: "ar" }) };
    expect(save(arabic, { texts }).lesson.places[0]?.kind).toBe("text");
  });

  it("of a block that left the bin for good leave with it, and do not come back under its key", () => {
    const stale = words({ gone: { rev: 3, block: said("Vieux") } });
    const tidied = save({ lesson: lesson("a"), words: stale }, { texts: [writing("a", 0, "Un")] });
    expect(Object.keys(tidied.words.texts)).toEqual(["a"]);
    const add = { do: "add", key: "gone", kind: "text", after: "" } as const;
    const anew = save({ lesson: lesson("a"), words: stale }, { commands: [add], texts: [writing("gone", 0, "Neuf")] }); // prettier-ignore
    expect(textOf(anew.words, "gone")).toEqual({ rev: 1, block: said("Neuf") });
    expect(anew.words.seconds).toEqual([]);
  });

  it("under a name of every object are words like any other", () => {
    const done = save(start("constructor"), { texts: [writing("constructor", 0, "Un")] });
    expect(textOf(done.words, "constructor")?.rev).toBe(1);
    expect(textOf(words({}), "constructor")).toBeUndefined();
  });

  it("may only be so many", () => {
    const full = words({ a: { rev: 1, block: said("x".repeat(DRAFT_LIMITS.wordsBytes)) } });
    expect(isTooMuch(full, words({}))).toBe(true);
    expect(isTooMuch(full, full)).toBe(false);
    expect(isTooMuch(words({ a: { rev: 1, block: said("x") } }), full)).toBe(false);
  });
});

it("a title that came with the lesson is its first word", () => {
  expect(titleAlone(lesson("a"), "fr").texts).toEqual({ title: { rev: 1, block: { kind: "title", text: "Peser" } } }); // prettier-ignore
  expect(titleAlone(lesson("a"), "ar").texts).toEqual({});
});

/** One author among two: she sees, now and then, what is stored, and writes upon what she saw last. */
type Step =
  | { readonly who: 0 | 1; readonly does: "look" }
  | { readonly who: 0 | 1; readonly does: "write"; readonly key: "a" | "b"; readonly text: string; readonly again: boolean }
  | { readonly who: 0 | 1; readonly does: "settle" }
  | { readonly who: 0 | 1; readonly does: "throw" | "restore"; readonly key: "a" | "b" }; // prettier-ignore
const who = fc.constantFrom(0 as const, 1 as const);
const key = fc.constantFrom("a" as const, "b" as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ who, does: fc.constant("look" as const) }),
  fc.record({ who, does: fc.constant("write" as const), key, text: fc.constantFrom("u", "v", "w", "x", "y", "z"), again: fc.boolean() }),
  fc.record({ who, does: fc.constant("settle" as const) }),
  fc.record({ who, does: fc.constantFrom("throw" as const, "restore" as const), key }),
); // prettier-ignore

it("however two authors come between each other, no words are lost that nobody saw and gave up", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let sheet: Sheet = start();
      const seen: [Sheet, Sheet] = [sheet, sheet];
      const NAMES = ["Aïcha", "Badia"] as const;
      const written = new Set<string>();
      const givenUp = new Set<string>();
      const nameOf = (at: string, text: object) => JSON.stringify([at, text]);
      for (const each of steps) {
        const before = seen[each.who];
        const name = NAMES[each.who];
        if (each.does === "look") seen[each.who] = sheet;
        if (each.does === "throw")
          sheet = save(sheet, { name, commands: [{ do: "remove", key: each.key }] });
        if (each.does === "restore")
          sheet = save(sheet, { name, commands: [{ do: "restore", key: each.key }] });
        if (each.does === "settle") {
          const [second] = before.words.seconds;
          if (!second) continue;
          givenUp.add(nameOf(second.key, second.block));
          sheet = save(sheet, { name, commands: [{ do: "settle", id: second.id }] });
        }
        if (each.does === "write") {
          const old = textOf(before.words, each.key);
          const texts = [writing(each.key, old?.rev ?? 0, each.text, name)];
          written.add(nameOf(each.key, said(each.text)));
          if (old && textOf(sheet.words, each.key)?.rev === old.rev)
            givenUp.add(nameOf(each.key, old.block));
          const told = { name, texts };
          sheet = save(sheet, told);
          if (each.again) {
            const again = save(sheet, told);
            expect(again.words).toBe(sheet.words);
            expect(again.lesson).toBe(sheet.lesson);
          }
        }
      }
      const kept = new Set([
        ...Object.entries(sheet.words.texts).map(([at, { block }]) => nameOf(at, block)),
        ...sheet.words.seconds.map((second) => nameOf(second.key, second.block)),
        ...givenUp,
      ]);
      for (const text of written) expect(kept).toContain(text);
    }),
    { numRuns: 400 },
  );
});
