import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archiveOf } from "../testing/files.ts";
import { listed, type Listed } from "../testing/listed.ts";
import { NAMESPACES, p, word } from "../testing/word.ts";
import { type DocxProgress, ExchangeFault, type Input, readDocx } from "./index.ts";

const codeOf = async (input: Input): Promise<string> => {
  try {
    await readDocx(input);
    return "read";
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error;
    return error.code;
  }
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const good = word({ body: p("Le sel", "Titre1") + p("Peser.") });
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
/** A document whose text is this, whatever it is. */
const documentOf = (xml: string): Uint8Array => word({ body: "", files: { "word/document.xml": xml } }); // prettier-ignore
const inBody = (inside: string): string => `<w:document ${NAMESPACES}><w:body>${inside}</w:body></w:document>`; // prettier-ignore
/** The container of old Word documents, with the name of a stream in it. */
const container = (stream: string): Uint8Array => {
  const name = bytesOf(Array.from(stream, (letter) => `${letter}\0`).join(""));
  const bytes = new Uint8Array(2 ** 20 + 400);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(name, 2 ** 20 - 5);
  return bytes;
};

describe("what is no Word document is told by its first bytes, whatever it is called", () => {
  it.each([
    ["nothing", new Uint8Array(), "file.empty"],
    ["an old one", container("WordDocument"), "docx.old_word"],
    ["one with a password", container("EncryptedPackage"), "docx.encrypted"],
    ["a PDF", bytesOf("%PDF-1.7\n"), "docx.pdf"],
    ["a page", bytesOf("\uFEFF <!DOCTYPE html><html></html>"), "docx.html"],
    ["a page as Word writes it", bytesOf('<html xmlns:o="urn:x">'), "docx.html"],
    ["a page with all its parts", bytesOf("MIME-Version: 1.0\r\n"), "docx.html"],
    ["rich text of old", bytesOf("{\\rtf1\\ansi}"), "docx.rtf"],
    ["words", bytesOf("Le sel"), "docx.not_word"],
    ["an OpenDocument text", archiveOf({ mimetype: "application/vnd.oasis.opendocument.text" }), "docx.open_document"], // prettier-ignore
    ["a sheet", archiveOf({ "[Content_Types].xml": types, "xl/workbook.xml": "<x/>" }), "docx.not_word"], // prettier-ignore
    ["an empty document", word({ body: p(" ") }), "docx.no_content"],
  ])("%s", async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it("a file may come as bytes, as a file of a page or as a stream", async () => {
    const blob = new Blob([good.slice()]);
    for (const input of [good, blob, blob.stream()]) expect(await codeOf(input)).toBe("read");
  });
});

describe("XML that wants more than to be read", () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${inBody(p("x"))}`;
  const outside = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${inBody(p("x"))}`;
  const foreign = (label: string) => `<?xml version="1.0" encoding="${label}"?>${inBody(p("x"))}`;
  it.each([
    ["entities of its own", laughs, "xml.doctype"],
    ["a file of this computer", outside, "xml.doctype"],
    ["an entity that nobody declared", inBody(p("<w:r><w:t>&x;</w:t></w:r>")), "xml.malformed"],
    ["an element that never ends", inBody("<w:p>"), "xml.malformed"],
    ["no end at all", inBody(p("x")).slice(0, -20), "xml.malformed"],
    ["a prefix that nobody declared", inBody("<q:p/>"), "xml.malformed"],
    ["an encoding of its own", foreign("windows-1256"), "xml.encoding"],
    ["depth without end", inBody("<w:sdt>".repeat(300)), "xml.too_deep"],
  ])("%s", async (_, xml, code) => {
    expect(await codeOf(documentOf(xml))).toBe(code);
  });

  it("UTF-16 is read as well", async () => {
    const xml = `\uFEFF${foreign("UTF-16").replace("<w:t>", "<w:t>ⵜⵉⵙⵏⵜ")}`;
    const utf16 = Buffer.from(xml, "utf16le");
    expect(await codeOf(word({ body: "", files: { "word/document.xml": utf16 } }))).toBe("read");
  });
});

describe("an archive that is not what it says", () => {
  const names = (name: string) => listed([{ name, bytes: bytesOf("x") }]);
  it.each([
    ["leads out of its folder", names("../x"), "zip.names"],
    ["leads out of its folder, as Windows writes it", names("a\\..\\x"), "zip.names"],
    ["begins at the root", names("/etc/passwd"), "zip.names"],
    ["names a drive", names("C:\\x"), "zip.names"],
    ["holds one name twice", listed([{ name: "a", bytes: bytesOf("x") }, { name: "a", bytes: bytesOf("y") }]), "zip.names"], // prettier-ignore
    ["has too many things", listed(Array.from({ length: 4001 }, (_, at) => ({ name: `${at}`, bytes: new Uint8Array() }))), "zip.too_many"], // prettier-ignore
    ["has a password", listed([{ name: "a", bytes: bytesOf("x"), flags: 1 }]), "zip.encrypted"],
    ["is packed in another way", listed([{ name: "a", bytes: bytesOf("x"), method: 12 }]), "zip.unsupported"], // prettier-ignore
    ["has things that share their bytes", listed([{ name: "a", bytes: bytesOf("xxxx") }, { name: "b", bytes: bytesOf("y"), at: 0 }]), "zip.damaged"], // prettier-ignore
    ["was cut", good.slice(0, good.length - 200), "zip.truncated"],
  ])("%s", async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it("wherever it is cut or changed, it is refused with a code or read as something: never worse", async () => {
    const place = fc.integer({ min: 4, max: good.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const bytes = isCut ? good.slice(0, at) : good.with(at, byte);
        const code = await codeOf(bytes);
        if (isCut) expect(code).toMatch(/^zip\./);
        else expect(code).toMatch(/^(?:read|zip\.|xml\.|docx\.)/);
      }),
      { numRuns: 200 },
    );
  });
});

const GIGABYTE = 2 ** 30;
type Bomb = Partial<Listed> & { readonly of?: "spaces" | "elements" | "lines" };

/** Deflate, up to a place at which another such piece may follow. */
const piece = (content: string | Buffer): Buffer =>
  deflateRawSync(content, { level: 9, finishFlush: constants.Z_FULL_FLUSH });

/** A gigabyte of one thing as Deflate packs it, in a megabyte or two: four megabytes of it, again and again. */
function packed(filling: string, before = "", times = GIGABYTE / 2 ** 22): Uint8Array {
  const four = Buffer.alloc(2 ** 22, filling);
  const again = piece(four.subarray(0, four.length - (four.length % filling.length)));
  const end = deflateRawSync("");
  return Buffer.concat([piece(before), ...Array.from({ length: times }, () => again), end]); // prettier-ignore
}

describe("a gigabyte in a megabyte", () => {
  const body = `<w:document ${NAMESPACES}><w:body>`;
  const fillings = {
    zeros: packed("\0"),
    spaces: packed(" ", "<w>"),
    elements: packed("<w:p/>", `${body}<w:tbl>`),
    lines: packed(p("a"), body),
  };

  const bomb = ({ of, ...claim }: Bomb): Uint8Array => {
    const bytes = fillings[of ?? "zeros"];
    const part = { name: "word/document.xml", bytes, method: 8, ...claim };
    return listed([
      { name: "[Content_Types].xml", bytes: bytesOf(types) },
      {
        name: "_rels/.rels",
        bytes: bytesOf(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
      },
      part,
    ]);
  };

  it("is a gigabyte: four megabytes 256 times, each piece unpacked as if it stood alone", () => {
    const [one, four] = [packed("\0", "", 1), packed("\0", "", 4)].map((it) => inflateRawSync(it));
    expect([one?.length, four?.length]).toEqual([GIGABYTE / 256, (4 * GIGABYTE) / 256]);
    const piece = packed("\0", "", 2).length - packed("\0", "", 1).length;
    expect(fillings.zeros.length).toBe(packed("\0", "", 1).length + 255 * piece);
    expect(fillings.zeros.length).toBeLessThan(1.2e6);
  });

  /** What a process of its own says of these files, one after the other. Its peak never falls: together they take less than each may. */
  async function toldOf(bombs: readonly Uint8Array[]) {
    const folder = await mkdtemp(join(tmpdir(), "bomb-"));
    const files = bombs.map((_, at) => join(folder, `${at}.docx`));
    for (const [at, bytes] of bombs.entries()) await writeFile(files[at] ?? "", bytes);
    const door = new URL("./index.ts", import.meta.url).href;
    const script = `
      import { openAsBlob } from "node:fs";
      import { readDocx } from ${JSON.stringify(door)};
      const peak = () => process.resourceUsage().maxRSS / 1024;
      await readDocx(new Uint8Array(1)).catch(() => undefined);
      const before = peak();
      const codes = [];
      for (const file of ${JSON.stringify(files)})
        codes.push(await readDocx(await openAsBlob(file)).then(() => "read", (error) => error.code));
      console.log(JSON.stringify({ codes, megabytes: peak() - before }));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--no-warnings", "-e", script]); // prettier-ignore
    await rm(folder, { recursive: true });
    return JSON.parse(stdout) as { codes: readonly string[]; megabytes: number };
  }

  it.each([
    [
      "zeros, whether it says so, or that it is a third of that, small, nothing or as much as passes,",
      [{ size: GIGABYTE }, { size: 3.5e8 }, { size: 4000 }, { size: 0 }, { size: 2e8 }],
      ["zip.too_large", "zip.bomb", "zip.bomb", "zip.bomb", "xml.malformed"],
    ],
    ["XML that says as much as passes", [{ size: 2e8, of: "spaces" }], ["xml.too_large"]],
    ["a document that says as much as passes", [{ size: 2e8, of: "lines" }], ["docx.too_long"]],
    ["a table that says as much as passes", [{ size: 2e8, of: "elements" }], ["xml.too_large"]],
  ] satisfies [string, Bomb[], string[]][])(
    "of %s is refused in less than 64 MB of memory",
    async (_, claims, expected) => {
      const { codes, megabytes } = await toldOf(claims.map(bomb));
      expect(codes).toEqual(expected);
      expect(megabytes).toBeLessThan(64);
    },
    30_000,
  );
});

describe("a long document", () => {
  const long = word({
    body: p("Le sel", "Titre1") + p("Peser le sel avec soin.").repeat(20_000),
  });

  it("can be given up in the middle, with nothing left to do", async () => {
    const stop = new AbortController();
    const seen: DocxProgress[] = [];
    const reading = readDocx(long, {
      signal: stop.signal,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.done > progress.total / 2) stop.abort(new Error("enough"));
      },
    });
    await expect(reading).rejects.toThrow("enough");
    const last = seen.at(-1);
    expect((last?.done ?? 0) / (last?.total ?? 1)).toBeLessThan(0.9);
  });

  it("lets others have their turn meanwhile, and tells how far it is", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const seen: number[] = [];
    await readDocx(long, { onProgress: ({ done, total }) => seen.push(done / total) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it("is not begun when it was given up before", async () => {
    const signal = AbortSignal.abort(new Error("never mind"));
    await expect(readDocx(good, { signal })).rejects.toThrow("never mind");
  });
});
