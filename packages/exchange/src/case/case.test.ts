import { Competencies, type Competency, type Framework, FrameworkAbout } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExchangeFault } from "../fault.ts";
import { type CaseLine, readCase, writeCase } from "./index.ts";
import { CFPackage } from "./published.testing.ts";

const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const read = (value: unknown, language = "fr") => readCase(bytes(value), { language });
const uuid = (n: number): string => `${n.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`; // prettier-ignore
const idOf = (n: number): string => `cmp_${uuid(n).replaceAll("-", "")}`;

const DOCUMENT = { identifier: uuid(0), uri: `urn:uuid:${uuid(0)}`, creator: "ODCO", title: "Laine", language: "fr" }; // prettier-ignore
const item = (n: number, more: object = {}) => ({
  identifier: uuid(n),
  uri: `urn:uuid:${uuid(n)}`,
  fullStatement: `C${n}`,
  ...more,
});
const tie = (child: number, parent: number, associationType = "isChildOf") => ({
  associationType,
  originNodeURI: { identifier: uuid(child) },
  destinationNodeURI: { identifier: uuid(parent) },
});
const file = (CFItems: unknown[], CFAssociations: unknown[] = [], document: object = {}) => ({
  CFDocument: { ...DOCUMENT, ...document },
  CFItems,
  CFAssociations,
});
/** `1 2<1`: each behind what it lies under. */
const drawn = (tree: readonly Competency[]): string =>
  tree.map(({ id, parent }) => [id, parent].flatMap((each) => (each ? parseInt(each.slice(4, 12), 16) : [])).join("<")).join(" "); // prettier-ignore
const codes = (report: readonly CaseLine[]): string => report.map(({ code }) => code).join(" ");

describe("a file of CASE", () => {
  it.each<[string, object, string, string]>([
    ["is read in the order of its tree", file([item(1), item(2), item(3)], [tie(3, 0), tie(1, 3), tie(2, 0)]), "3 1<3 2", ""],
    ["with an item under itself", file([item(1)], [tie(1, 1)]), "1", "cycle"],
    ["with a ring", file([item(1), item(2), item(3)], [tie(1, 2), tie(2, 3), tie(3, 1)]), "1 3<1 2<3", "cycle"],
    ["with two parents", file([item(1), item(2), item(3)], [tie(3, 1), tie(3, 2)]), "1 3<1 2", "parents"],
    ["with a parent that is not there", file([item(1)], [tie(1, 9)]), "1", "orphan"],
    ["with an identifier twice", file([item(1), item(1)]), "1", "twice"],
    ["with an item that says nothing", file([item(1), item(2, { fullStatement: " " })]), "1", "statement"],
    ["with ties of other kinds", file([item(1), item(2)], [tie(1, 2, "isPeerOf")]), "1 2", "associations"],
    ["with fields that have no place", file([item(1, { notes: "x" })], [], { publisher: "y" }), "1", "fields document"],
    ["with several levels", file([item(1, { educationLevel: ["A", "B"] })]), "1", "levels"],
    ["in a language that is none", file([item(1)], [], { language: "français de France" }), "1", "language"],
    ["with ties of things that are no objects", file([item(1), 7, null], [null, { associationType: "isChildOf" }]), "1", "associations"],
  ])("%s", async (_, from, tree, report) => {
    const reading = await read(from);
    expect([drawn(reading.competencies), codes(reading.report)]).toEqual([tree, report]);
  }); // prettier-ignore

  it.each<[string, string, string]>([
    ["that is empty", "", "file.empty"],
    ["that is cut off", '{"CFDocument": {', "case.broken"],
    ["that is a list", "[]", "case.not_case"],
    ["of something else", '{"items": []}', "case.not_case"],
    ["without any item", JSON.stringify(file([])), "case.none"],
    ["with a thousand and one", JSON.stringify(file(Array.from({ length: 1001 }, (_, n) => item(n + 1)))), "case.too_many"],
    ["with ten thousand", JSON.stringify(file(Array.from({ length: 10_000 }, (_, n) => item(n + 1)))), "case.too_many"],
  ])("%s is refused whole", async (_, from, code) => {
    await expect(read(from)).rejects.toMatchObject({ code });
  }); // prettier-ignore

  it("leaves tags behind and keeps their words, and runs nothing", async () => {
    const fullStatement = "<p>Laver &amp; trier<br>la <b>laine</b></p><script>alert(1)</script>";
    const { competencies, report } = await read(file([item(1, { fullStatement })]));
    expect(competencies[0]?.statement).toEqual({ fr: "Laver & trier la laine" });
    expect(codes(report)).toBe("html");
  });

  it("gives a name that follows from the file to what has none, so that it is the same when it comes again", async () => {
    const from = file([{ fullStatement: "Sans nom" }, item(1, { identifier: "12" })]);
    const [first, second] = [await read(from), await read(from)];
    expect(second.competencies).toEqual(first.competencies);
    expect(codes(first.report)).toBe("identifier identifier");
    expect(Competencies.safeParse(first.competencies).error).toBeUndefined();
  });

  it("touches no prototype, whatever its names are", async () => {
    const text = `{"CFDocument":${JSON.stringify(DOCUMENT)},"__proto__":{"polluted":1},"CFItems":[{"__proto__":{"polluted":1},"identifier":"${uuid(1)}","fullStatement":"C"}],"CFAssociations":[]}`;
    const { competencies } = await read(text);
    expect(competencies).toHaveLength(1);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("a thousand items each under the one before are read, as deep as can be shown", async () => {
    const items = Array.from({ length: 1000 }, (_, n) => item(n + 1));
    const ties = items.slice(1).map((_, n) => tie(n + 2, n + 1));
    const { competencies, report } = await read(file(items, ties));
    expect(competencies).toHaveLength(1000);
    expect(new Set(report.map(({ code }) => code))).toEqual(new Set(["deep"]));
  });
});

const word = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom("a", "é", "ع", "ⵣ", " ", "-", "7") }).map((text) => text.trim() || "x").map((text) => text.replaceAll(/ +/g, " ")); // prettier-ignore
const anyFramework = fc
  .record({
    title: word,
    count: fc.integer({ min: 1, max: 30 }),
    parents: fc.array(fc.nat(29), { minLength: 30, maxLength: 30 }),
    words: fc.array(word, { minLength: 30, maxLength: 30 }),
    codes: fc.array(fc.option(word, { nil: undefined }), { minLength: 30, maxLength: 30 }),
    levels: fc.array(fc.option(fc.constantFrom("A", "B"), { nil: undefined }), { minLength: 30, maxLength: 30 }), // prettier-ignore
  })
  .map(({ title, count, parents, words, codes: short, levels }): Framework => {
    const depths = [0];
    const flat = words.slice(0, count).map((fr, at) => {
      const parent = at === 0 ? 0 : (parents[at] ?? 0) % at;
      const isUnder = at > 0 && (parents[at] ?? 0) % 3 !== 0 && (depths[parent] ?? 0) < 6;
      depths[at] = isUnder ? (depths[parent] ?? 0) + 1 : 0;
      const [code, level] = [short[at], levels[at]];
      return {
        ...{ id: idOf(at + 1), statement: { fr, ar: `${fr} ع` } },
        ...(isUnder ? { parent: idOf(parent + 1) } : {}),
        ...(code === undefined ? {} : { code }),
        ...(level === undefined ? {} : { level }),
      };
    });
    const order = (parent: string | undefined): typeof flat =>
      flat.filter((each) => each.parent === parent).flatMap((each) => [each, ...order(each.id)]);
    return {
      id: `frw_${uuid(0).replaceAll("-", "")}` as Framework["id"],
      title: { fr: title, ar: `${title} ع` },
      language: "fr",
      creator: "ODCO",
      count,
      changedAt: "2026-01-01T00:00:00.000Z",
      competencies: Competencies.parse(order(undefined)),
    };
  });

it("what goes out comes back under the same identifiers, each language with the words of its own", async () => {
  await fc.assert(
    fc.asyncProperty(anyFramework, fc.constantFrom("fr", "ar"), async (framework, language) => {
      const { file: out, others } = writeCase(framework, { language, creator: "Twiza" });
      const back = await read(out);
      expect([others, back.report, back.id]).toEqual([0, [], framework.id]);
      expect(FrameworkAbout.safeParse(back.about).error).toBeUndefined();
      expect(back.competencies.map(({ uri: _, ...each }) => each)).toEqual(
        framework.competencies.map((each) => ({
          ...each,
          statement: { [language]: each.statement[language] },
        })),
      );
      // A second time out says what the first said.
      const again = {
        ...framework,
        ...back.about,
        competencies: Competencies.parse(back.competencies),
      };
      expect(writeCase(again, { language, creator: "Twiza" }).file).toBe(out);
    }),
  );
});

it("what goes out has the shapes that the standard publishes", () => {
  fc.assert(
    fc.property(anyFramework, fc.constantFrom("fr", "ar", "en"), (framework, language) => {
      const { file: out } = writeCase(framework, { language, creator: "Twiza" });
      expect(CFPackage.safeParse(JSON.parse(out)).error).toBeUndefined();
    }),
  );
});

it("whatever a file holds, it is refused by a code or read as something that may be kept", async () => {
  const anyIdentifier = fc.oneof(fc.integer({ min: 0, max: 5 }).map(uuid), fc.string(), fc.constant(null)); // prettier-ignore
  const anyItem = fc.oneof(
    fc.record({ identifier: anyIdentifier, fullStatement: fc.oneof(fc.string(), fc.constant(3)), humanCodingScheme: fc.string(), educationLevel: fc.array(fc.string()), abbreviatedStatement: fc.string(), language: fc.string(), uri: fc.string() }, { requiredKeys: [] }),
    fc.jsonValue(),
  ); // prettier-ignore
  const anyTie = fc.record({ associationType: fc.constantFrom("isChildOf", "isPeerOf"), originNodeURI: fc.record({ identifier: anyIdentifier }), destinationNodeURI: fc.record({ identifier: anyIdentifier }), sequenceNumber: fc.oneof(fc.integer(), fc.constant("x")) }, { requiredKeys: [] }); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(anyItem, { maxLength: 8 }), fc.array(fc.oneof(anyTie, fc.jsonValue()), { maxLength: 8 }), async (items, ties) => {
      try {
        const { about, competencies } = await read(file(items, ties));
        expect(FrameworkAbout.safeParse(about).error).toBeUndefined();
        expect(Competencies.safeParse(competencies).error).toBeUndefined();
        const met = new Set<string>();
        for (const { id, parent } of competencies) {
          expect(parent === undefined || met.has(parent)).toBe(true);
          met.add(id);
        }
        expect(met.size).toBe(competencies.length);
      } catch (error) {
        if (!(error instanceof ExchangeFault)) throw error;
      }
    }),
  ); // prettier-ignore
});
