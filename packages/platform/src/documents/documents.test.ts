import { deflateRawSync, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { documents } from "./index.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const look = (file: Uint8Array) => {
  const seen = documents.look(file);
  return typeof seen === "string" ? seen : seen.type;
};

/** A PDF of these objects, each of which may end with a stream. */
const pdf = (...objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([
    bytes("%PDF-1.7\n%\u00E2\u00E3\n"),
    ...objects.flatMap((object, at) => [
      bytes(`${String(at + 1)} 0 obj\n`),
      typeof object === "string" ? bytes(object) : object,
      bytes("\nendobj\n"),
    ]),
    bytes("xref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"),
  ]);
const stream = (about: string, content: Uint8Array): Buffer =>
  Buffer.concat([bytes(`<< ${about} >>\nstream\r\n`), content, bytes("\nendstream")]);
const catalog = "<< /Type /Catalog /Pages 2 0 R >>";
const page = stream("/Filter /FlateDecode", deflateSync(bytes("BT (JavaScript) Tj ET")));
const held = (objects: string, about = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") =>
  stream(about, deflateSync(bytes(objects)));

describe("a PDF", () => {
  it("that shows pages, with links and objects that lie folded, is kept as it came", () => {
    const link = "<< /S /URI /URI (https://example.org/) >>";
    const file = pdf(catalog, page, held(`5 0 ${link}`), link);
    expect(documents.look(file)).toEqual({ type: "application/pdf", bytes: file });
  });

  it.each([
    ["runs a script", "<< /S /JavaScript /JS (app.alert(1)) >>", "active"],
    ["runs a script by another spelling", "<< /S /J#61va#53cript >>", "active"],
    ["starts a program", "<< /S /Launch /F (calc.exe) >>", "active"],
    ["sends what is filled in", "<< /S/SubmitForm/F(https://a.ma) >>", "active"],
    ["carries a file", "<< /Names << /EmbeddedFiles 7 0 R >> >>", "active"],
    ["plays a film", "<< /Subtype /RichMedia >>", "active"],
    ["is a form of another kind", "<< /AcroForm << /XFA 8 0 R >> >>", "active"],
    ["wants a password", "<< /Encrypt 9 0 R >>", "locked"],
  ])("that %s is refused, openly or folded", (_, object, fault) => {
    expect(look(pdf(catalog, page, object))).toBe(fault);
    const folded = look(pdf(catalog, page, held(`5 0 ${object}`)));
    // A lock is told outside of what it locks.
    expect(folded).toBe(fault === "locked" ? "application/pdf" : fault);
  });

  it("whose stream does not say that it holds objects is looked into all the same", () => {
    const hidden = held("<< /S /Launch >>", "/Filter /FlateDecode");
    expect(look(pdf(catalog, hidden))).toBe("active");
  });

  it("whose folded objects nobody can read is refused", () => {
    const about = "/Type /ObjStm /N 1 /First 4";
    expect(look(pdf(catalog, stream(`${about} /Filter /LZWDecode`, bytes("xyz"))))).toBe("unreadable"); // prettier-ignore
    const differences = held("5 0 << >>", `${about} /DecodeParms << /Predictor 12 >> /Filter /FlateDecode`); // prettier-ignore
    expect(look(pdf(catalog, differences))).toBe("unreadable");
  });

  it("that unfolds to more than anybody unfolds is refused", () => {
    const bomb = deflateSync(Buffer.alloc(65_000_000));
    expect(look(pdf(catalog, stream("/Filter /FlateDecode", bomb)))).toBe("too_large");
  });

  it("of many broken streams is not tried to its end", () => {
    const broken = Buffer.concat([deflateSync(Buffer.alloc(9_000)).subarray(0, 12), bytes("!!!!")]);
    const one = stream("/Filter /FlateDecode", broken);
    expect(look(pdf(catalog, ...Array<Buffer>(8).fill(one)))).toBe("application/pdf");
    expect(look(pdf(catalog, ...Array<Buffer>(9).fill(one)))).toBe("unreadable");
  });

  it.each([
    ["cut off", pdf(catalog).subarray(0, -12)],
    ["without a version", bytes("%PDF-x\n%%EOF")],
    ["with something behind its end", Buffer.concat([pdf(catalog), bytes("PK\u0003\u0004")])],
  ])("%s is none", (_, file) => {
    expect(look(file)).toBe("unreadable");
  });
});

/** A ZIP of these texts, the first of them as it is. */
function zip(entries: Readonly<Record<string, string>>, flags = 0): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [number, [name, text]] of Object.entries(entries).entries()) {
    const data = number === 0 ? bytes(text) : deflateRawSync(bytes(text));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(number === 0 ? 0 : 8, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(text.length, 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([bytes("PK\u0003\u0004"), common, bytes(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(bytes("PK\u0001\u0002\u0014\u0000"), common, rest, bytes(name));
    files.push(file);
    at += file.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, directory, bytes("PK\u0005\u0006"), end]);
}

const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ods = { mimetype: ODS, "META-INF/manifest.xml": "<manifest/>", "content.xml": "<table/>" };
const types = (main: string) => ({ "[Content_Types].xml": `<Override ContentType="${main}"/>` });
const xlsx = { ...types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "xl/workbook.xml": "<workbook/>" }; // prettier-ignore

describe("a table", () => {
  it("of LibreOffice or Excel is kept as it came", () => {
    for (const [entries, type] of [[ods, ODS], [xlsx, XLSX]] as const) {
      const file = zip(entries);
      expect(documents.look(file)).toEqual({ type, bytes: file });
    } // prettier-ignore
  });

  it.each([
    ["macros of LibreOffice", { ...ods, "Basic/Standard/Module1.xml": "x" }, "active"],
    ["another document", { ...ods, "Object 1/content.xml": "x" }, "active"],
    ["macros of Excel", { ...xlsx, "xl/vbaProject.bin": "x" }, "active"],
    ["what says that it has macros", types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "active"], // prettier-ignore
    ["questions to another file", { ...xlsx, "xl/externalLinks/externalLink1.xml": "x" }, "active"],
    ["questions to a server", { ...xlsx, "xl/connections.xml": "x" }, "active"],
    ["a password", { ...ods, "META-INF/manifest.xml": "<encryption-data/>" }, "locked"],
    ["no table", { "word/document.xml": "x" }, "unreadable"],
    ["a list that is missing", { mimetype: ODS }, "unreadable"],
  ])("with %s is refused", (_, entries, fault) => {
    expect(look(zip(entries))).toBe(fault);
  });

  it("whose entries are locked, or that is cut off, is refused", () => {
    expect(look(zip(xlsx, 1))).toBe("locked");
    expect(look(zip(ods).subarray(0, -30))).toBe("unreadable");
    expect(look(bytes("PK\u0003\u0004"))).toBe("unreadable");
  });

  it("of plain text gets the mark by which Excel knows its letters, once", () => {
    const text = "Date;Entrée;Sortie\n1;ⵜⴰⴼⵍⵡⵉⵜ;-60,00\n2;زيت;-\n";
    const marked = Buffer.from(`\uFEFF${text}`);
    expect(documents.look(Buffer.from(text))).toEqual({ type: "text/csv", bytes: new Uint8Array(marked) }); // prettier-ignore
    expect(documents.look(marked)).toEqual({ type: "text/csv", bytes: new Uint8Array(marked) });
  });

  it.each([
    ["a cell that runs something", "a;=cmd|'/c calc'!A0", "active"],
    ["a cell that asks a server", 'a,"@IMPORTDATA(1)"', "active"],
    ["a sum with a sign before it", "a;+SUM(A1)", "active"],
    ["no cells", "Bonjour", "unreadable"],
    ["a page for a browser", "<svg onload='a,b'/>", "unreadable"],
    ["JSON", '{"a": 1, "b": 2}', "unreadable"],
    ["nothing", "", "unreadable"],
    ["a zero byte", "a;\u0000", "unreadable"],
  ])("of plain text with %s is refused", (_, text, fault) => {
    expect(look(Buffer.from(text))).toBe(fault);
  });

  it("in another alphabet's letters than UTF-8 is refused", () => {
    expect(look(bytes("Entr\u00E9e;Sortie"))).toBe("unreadable");
  });
});

it("whatever comes, it is read as something or refused: nothing is thrown", () => {
  const whole = [pdf(catalog, page, held("5 0 << >>")), zip(ods), zip(xlsx)];
  for (const file of whole)
    for (let at = 4; at < file.length; at += 7) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(look(changed)).toBeTypeOf("string");
      expect(look(file.subarray(0, at))).toBeTypeOf("string");
    }
});
