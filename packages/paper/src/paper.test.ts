import { createHash } from "node:crypto";
import { DESIGN_BASES, isLanguage, type Language } from "@twiza/contract";
import type { PaperFacts, Papers } from "@twiza/core";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "./engine.ts";
import { inPackage, nativeInPackage } from "./in-package.ts";
import { openPapers } from "./index.ts";
import { orderOf, skills } from "./testing/order.ts";

let papers: Papers;
beforeAll(() => {
  papers = openPapers(
    () => openEngine(inPackage, nativeInPackage),
    (error) => expect.fail(String(error)),
  );
});

const since = "2026-01-01T00:00:00.000Z";
const PARTNERS = [
  {
    organisationId: `org_${"1".repeat(32)}`,
    organisationName: {
      fr: "Université des métiers de la laine et du cuir",
      ar: "جامعة مهن الصوف والجلد",
    },
    since,
  },
  {
    organisationId: `org_${"2".repeat(32)}`,
    organisationName: { fr: "Office de la formation professionnelle", ar: "مكتب التكوين المهني" },
    since,
  },
] as NonNullable<PaperFacts["partners"]>;

const languagesOf = (named: string): Language[] => named.split(".").filter(isLanguage);
/** The bytes, or the sign for which there are none. */
async function pdfOf(order: ReturnType<typeof orderOf>): Promise<Uint8Array> {
  const made = await papers.pdf(order);
  if (!(made instanceof Uint8Array)) throw new Error(`undisplayable: ${made.undisplayable}`);
  return made;
}
const wordsIn = async (pdf: Uint8Array): Promise<string> => {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}|\p{Mn}/gu, "")
    .replace(/\s+/g, " ");
};
const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

describe("a certificate on paper", () => {
  it.each(
    DESIGN_BASES.flatMap((base) =>
      ["ar", "fr", "zgh", "ar.fr", "zgh.fr", "en.ar"].map((named) => ({ base, named })),
    ),
  )(
    "is PDF/A-3a of one side in design $base and $named, at most 100 KB, with everything that it has to say",
    async ({ base, named }) => {
      const languages = languagesOf(named);
      const pdf = await pdfOf(orderOf({ languages, look: { base }, code: "x".repeat(230) }));
      expect(pdf.length).toBeLessThanOrEqual(100_000);
      expect(raw(pdf)).toContain("<pdfaid:part>3</pdfaid:part>");
      expect(raw(pdf)).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
      const document = await getDocumentProxy(new Uint8Array(pdf));
      expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
      const { info } = await document.getMetadata();
      expect(info).toMatchObject({ Language: languages[0] });
      expect(document.numPages).toBe(1);
      const words = await wordsIn(pdf);
      for (const said of ["TWZ-4f2a90-2026-000123", "2026", "92", "Rachid El Amrani"])
        expect(words).toContain(said);
      if (languages.includes("fr")) expect(words).toContain("Transformer la laine et la teindre");
      if (languages.includes("zgh")) expect(words).toContain("ⴰⵙⵏⴼⵍ ⵏ ⵜⴰⴹⵓⵟⵜ");
    },
  );

  it("carries the credential as it was signed, and what it says, readable", async () => {
    const claims = { name: "فاطمة", credentialSubject: { id: "did:example:1" } };
    const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
    const credential = `eyJhbGciOiJFZERTQSJ9.${payload}.c2ln`;
    const document = await getDocumentProxy(await pdfOf(orderOf({ credential })));
    const textOf = async (name: string) => {
      const content = await document.getAttachmentContent(name);
      return new TextDecoder().decode(content ?? new Uint8Array());
    };
    expect(await textOf("credential.jwt")).toBe(credential);
    expect(JSON.parse(await textOf("credential.json"))).toEqual(claims);
  });

  it.each(
    DESIGN_BASES.flatMap((base) =>
      (["landscape", "portrait"] as const).map((orientation) => ({ base, orientation })),
    ),
  )(
    "names who stands behind it, as the agreement says, in design $base, $orientation, and carries what they have signed",
    async ({ base, orientation }) => {
      const endorsements = ['{"id":"one"}', '{"id":"two"}'];
      const order = orderOf({
        languages: ["fr", "ar"],
        look: { base, orientation },
        facts: { partners: PARTNERS, competencies: skills(3) },
        ...{ credential: "e30.e30.c2ln", endorsements },
      });
      const pdf = await pdfOf(order);
      const document = await getDocumentProxy(new Uint8Array(pdf));
      expect(document.numPages).toBe(1);
      const words = await wordsIn(pdf);
      expect(words).toContain("En partenariat avec Université des métiers");
      expect(words).toContain("Office de la formation professionnelle");
      for (const [at, text] of endorsements.entries()) {
        const content = await document.getAttachmentContent(`endorsement-${at + 1}.json`);
        expect(new TextDecoder().decode(content ?? new Uint8Array())).toBe(text);
      }
    },
  );

  it("is the same file, byte for byte, whenever it is made", async () => {
    const order = orderOf({ languages: ["ar", "fr"], facts: { competencies: skills(12) } });
    const once = await pdfOf(order);
    for (const _ of [1, 2]) {
      await papers.shareImage(orderOf({ languages: ["zgh"] }));
      expect(await pdfOf(order)).toEqual(once);
    }
  });

  it("has a second side for what is taught where the first has no room, and still weighs at most 100 KB", async () => {
    const sides = async (count: number) => {
      const pdf = await pdfOf(
        orderOf({
          languages: ["ar", "fr"],
          facts: { competencies: skills(count) },
          look: { orientation: "portrait", base: "margin" },
        }),
      );
      expect(pdf.length).toBeLessThanOrEqual(100_000);
      return (await getDocumentProxy(new Uint8Array(pdf))).numPages;
    };
    expect([await sides(1), await sides(12)]).toEqual([1, 2]);
  });

  it("never overflows: with the longest of everything each design in each pair still has its sides, and its last words", async () => {
    const long = (max: number) => "منظمة تعاونية للنسيج ".repeat(40).slice(0, max).trim();
    const long2 = (max: number) => "Coopérative de tissage ".repeat(40).slice(0, max).trim();
    const four = (max: number) => ({ ar: long(max), fr: long2(max) });
    const texts = { lead: long2(160), body: `{course} ${long2(380)}`, foot: long2(240) };
    for (const base of DESIGN_BASES)
      for (const orientation of ["landscape", "portrait"] as const) {
        const pdf = await pdfOf(
          orderOf({
            languages: ["fr", "ar"],
            facts: {
              learnerName: long2(120),
              courseTitle: four(200),
              organisationName: four(200),
              competencies: skills(12),
              expiresAt: "2028-03-12T10:00:00.000Z",
              reissueOf: "TWZ-4f2a90-2026-000099",
            },
            look: {
              base,
              orientation,
              texts: { fr: { heading: long2(80), ...texts }, ar: texts },
              signatories: [1, 2, 3].map((at) => ({
                name: long2(110) + String(at),
                title: four(120),
              })),
            },
          }),
        );
        const document = await getDocumentProxy(new Uint8Array(pdf));
        expect(document.numPages, `${base} ${orientation}`).toBe(2);
      }
  });
});

describe("a name", () => {
  it.each([
    '#read("/etc/passwd")',
    "*bold* _slanted_ = heading",
    "$x^2$ @ref <label>",
    '#import "@preview/x:1.0.0": *',
    "\\u{41} // comment /* more */",
  ])("that looks like markup is printed as it stands: %s", async (name) => {
    const words = await wordsIn(
      await pdfOf(orderOf({ facts: { learnerName: name }, languages: ["fr"] })),
    );
    expect(words).toContain(name);
  });

  it.each([
    ["王小明", "王"],
    ["Amina 😀", "😀"],
    ["Fatima\u202Eanitaf", "U+202E"],
    ["Fati\uFFFDma", "U+FFFD"],
    ["\uE000", "U+E000"],
  ])(
    "with a sign that no letter shows makes no paper, no drawing and no picture: %s",
    async (name, sign) => {
      const order = orderOf({ facts: { learnerName: name } });
      const refusal = { undisplayable: sign };
      expect(await papers.pdf(order)).toEqual(refusal);
      expect(await papers.drawing(order)).toEqual(refusal);
      expect(await papers.shareImage(order)).toEqual(refusal);
    },
  );

  it.each(["ar", "fr", "zgh"] as const)(
    "in the letters of %s is found again in the text of the file",
    async (language) => {
      const name = { ar: "محمد أمين التازي", fr: "Itto Aït Hammou", zgh: "ⵉⵟⵟⵓ ⴰⵢⵜ ⵃⴰⵎⵎⵓ" }[
        language
      ];
      const words = await wordsIn(
        await pdfOf(orderOf({ facts: { learnerName: name }, languages: [language] })),
      );
      for (const word of name.split(" ")) expect(words).toContain(word.normalize("NFKC"));
    },
  );
});

describe("a picture for messages", () => {
  it("is a PNG of 720 by 360, lighter than a photo, and the same whenever it is made", async () => {
    const order = orderOf({ languages: ["ar"] });
    const [once, again] = [await papers.shareImage(order), await papers.shareImage(order)];
    if (!(once instanceof Uint8Array)) throw new Error("refused");
    expect([...once.subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
    const view = new DataView(once.buffer, once.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([720, 360]);
    expect(once.length).toBeLessThan(60_000);
    expect(hashOf(again as Uint8Array)).toBe(hashOf(once));
  });
});
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

it("without a compiler for this computer it says so once, and refuses by a code of its own", async () => {
  const told: unknown[] = [];
  const none = openPapers(
    () => Promise.reject(new Error("no such package")),
    (error) => told.push(error),
  );
  for (const _ of [1, 2])
    await expect(none.pdf(orderOf())).rejects.toMatchObject({ code: "paper.unavailable" });
  expect(told).toHaveLength(1);
});

it("no more wait for the compiler at once than it can serve in a moment: the others are asked to come back", async () => {
  const asked = Array.from({ length: 60 }, () => papers.pdf(orderOf({ languages: ["fr"] })));
  const done = await Promise.allSettled(asked);
  const refused = done.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(20);
  for (const each of refused) expect(each).toMatchObject({ reason: { code: "busy" } });
});
