import type { RichNode } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { readPlain } from "./plain.ts";

const textOf = (node: RichNode): string =>
  node.type === "paragraph" ? (node.content ?? []).map(({ text }) => text).join("") : "";
/** The blocks of a text, each as its paragraphs. */
async function read(...parts: readonly BlobPart[]): Promise<string[][]> {
  const { lessons } = await readPlain(new Blob([...parts]));
  return (lessons[0]?.blocks ?? []).map((block) =>
    block.kind === "text" ? block.doc.content.map(textOf) : [],
  );
}
/** Letters that Windows' Arabic alphabet has: `سعر`. */
const WINDOWS_1256 = Uint8Array.of(0xd3, 0xda, 0xd1);

describe("a text file becomes a lesson of paragraphs", () => {
  it.each<[string, BlobPart, string[][]]>([
    ["each line is one", "Le sel\r\nL’eau\r\n", [["Le sel", "L’eau"]]],
    ["where empty lines part them, a line is a line", "Le sel\nfin\n\nL’eau", [["Le sel\nfin", "L’eau"]]],
    ["a new page is a new paragraph", "Un\fDeux", [["Un", "Deux"]]],
    ["signs that no lesson may hold are gone", "a\u0085b\u009Fc", [["a", "bc"]]],
    ["of a Windows of old", WINDOWS_1256, [["سعر"]]],
  ])("%s", async (_, text, blocks) => {
    expect(await read(text)).toEqual(blocks);
  }); // prettier-ignore

  it("a screen holds sixty words, unless one paragraph alone has more", async () => {
    const words = (count: number): string => Array.from({ length: count }, () => "sel").join(" ");
    const blocks = await read([40, 20, 1, 90].map(words).join("\n"));
    expect(blocks.map((all) => all.map((text) => text.split(" ").length))).toEqual([[40, 20], [1], [90]]); // prettier-ignore
  });

  it("a paragraph without end is parted between letters, and loses none", async () => {
    const long = "🐝".repeat(5000);
    const [block = []] = await read(long);
    expect(block.join("")).toBe(long);
    expect(Math.max(...block.map((text) => text.length))).toBeLessThanOrEqual(4000);
  });

  it("says in which alphabet it was saved", async () => {
    const { report } = await readPlain(new Blob([WINDOWS_1256]));
    expect(report.at(-1)).toMatchObject({
      code: "text.encoding",
      detail: { name: "windows-1256" },
    });
  });
});

describe("what is no text is refused", () => {
  it.each<[string, BlobPart, string]>([
    ["nothing", "", "file.empty"],
    ["nothing but space", " \n\t\n", "docx.no_content"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0), "text.binary"],
    ["a book of telephone numbers", "1".repeat(4_000_001), "file.too_large"],
  ])("%s", async (_, part, code) => {
    await expect(readPlain(new Blob([part]))).rejects.toMatchObject({ code });
  });
});
