import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asKept,
  asWritten,
  isNamed,
  labelled,
  matching,
  mentionAt,
  withMention,
} from "./mention.ts";

const account = (digit: string): string => `acc_${digit.repeat(32)}`;
const person = (digit: string, name: string) => ({
  accountId: account(digit),
  name,
  isOwner: false,
});
const people = labelled([
  person("a", "Salma"),
  person("b", "Salma Ouhaddou"),
  person("c", "فاطمة الزهراء"),
  person("d", "Éloïse Benali"),
  person("e", "Salma"),
]);
const nameOf = (id: string): string =>
  people.find(({ accountId }) => accountId === id)?.label ?? "";

describe("the list of colleagues", () => {
  it.each([
    ["@", 1, { from: 0, query: "" }],
    ["Vois @Sal", 9, { from: 5, query: "Sal" }],
    ["(@Salma Ou", 10, { from: 1, query: "Salma Ou" }],
    ["salma@example.org", 10, undefined],
    ["@Salma\net", 9, undefined],
    ["@ juste", 7, undefined],
    ["@Salma regarde donc ce prix", 27, undefined],
    ["Rien", 4, undefined],
  ])("opens behind an @ that begins a name: %j", (text, caret, expected) => {
    expect(mentionAt(text, caret)).toEqual(expected);
  });

  it.each([
    ["ouh", ["Salma Ouhaddou"]],
    ["eloise", ["Éloïse Benali"]],
    ["فاطمه", ["فاطمة الزهراء"]],
    ["الزه", ["فاطمة الزهراء"]],
    ["salma", ["Salma", "Salma Ouhaddou", "Salma (2)"]],
    ["nobody", []],
  ])("finds by %s whoever has a name that begins so, however it is accented", (query, labels) => {
    expect(matching(people, query).map(({ label }) => label)).toEqual(labels);
  });

  it("is done with a name once other words follow it, and looks on where it may go on", () => {
    expect(isNamed(people, "Salma Ouhaddou ce prix")).toBe(true);
    expect(isNamed(people, "Salma, ce")).toBe(true);
    expect(isNamed(people, "Salma")).toBe(false);
    expect(isNamed(people, "Salmane et")).toBe(false);
  });

  it("puts the name where it was typed, once, and the caret behind it", () => {
    const put = withMention("Vois @sal donc", { from: 5, caret: 9, label: "Salma Ouhaddou" });
    expect(put).toEqual({ text: "Vois @Salma Ouhaddou donc", caret: 21 });
  });
});

describe("a comment", () => {
  it("keeps people by account, the longer name before the shorter, and no other word", () => {
    expect(asKept("@Salma Ouhaddou, @Salma et @Salma (2) ; @Salmane, salma@a.org", people)).toBe(
      `@${account("b")}, @${account("a")} et @${account("e")} ; @Salmane, salma@a.org`,
    );
  });

  it("reads as it was written, whoever is in it and whatever stands between", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }).map((words) => words.replaceAll("@", "")),
      fc.constantFrom(...people.map(({ label }) => ` @${label}. `)),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        expect(asWritten(asKept(text, people), nameOf)).toBe(text);
      }),
    );
  });
});
