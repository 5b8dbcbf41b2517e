import { expect, it } from "vitest";
import { archiveOf } from "../testing/files.ts";
import { p, word } from "../testing/word.ts";
import { type FileKind, fileKind } from "./index.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

it.each<[string, Uint8Array, string, FileKind | undefined]>([
  ["a document that calls itself an archive", word({ body: p("Un") }), "a.zip", "document"],
  ["a text of LibreOffice", archiveOf({ mimetype: "x", "content.xml": "" }), "a.odt", "document"],
  ["a package of H5P", archiveOf({ "h5p.json": "{}" }), "a.h5p", "h5p"],
  ["a package of SCORM in a folder", archiveOf({ "c/imsmanifest.xml": "" }), "a.zip", "scorm"],
  ["a package of questions", archiveOf({ "imsmanifest.xml": '<manifest><resources><resource type="imsqti_item_xmlv3p0"/></resources></manifest>' }), "a.zip", "qti"], // prettier-ignore
  ["one question", bytesOf('<?xml version="1.0"?>\n<qti-assessment-item xmlns="x"/>'), "a.xml", "qti"], // prettier-ignore
  ["a bank of Moodle", bytesOf('\uFEFF<?xml version="1.0"?>\n<!-- a -->\n<quiz>'), "Banque.xml", "moodle"], // prettier-ignore
  ["a list of something else", bytesOf("<rss/>"), "a.xml", "text"],
  ["a course of ours", archiveOf({ "manifest.json": "{}" }), "a.zip", "course"],
  ["texts with their pictures", archiveOf({ "a/b.MD": "# a" }), "a.zip", "markdown"],
  ["a text with marks", bytesOf("# a"), "a.md", "markdown"],
  ["a table", bytesOf("question;a"), "QUIZ.CSV", "csv"],
  ["questions that do not say so", bytesOf("Un ? {\n=a\n~b}"), "a.txt", "gift"],
  ["questions with titles", bytesOf("::Q1:: Un ? {T}"), "a.txt", "gift"],
  ["questions with letters", bytesOf("Un ?\r\nA. a\r\nB) b\r\nANSWER: B\r\n"), "a.txt", "aiken"],
  ["a text with letters", bytesOf("A. Un\nB. Deux\nRéponse : B"), "a.txt", "text"],
  ["a text with braces", bytesOf("Un {mot}, deux {a = b}."), "a.txt", "text"],
  ["an old document", bytesOf("\u00D0\u00CF"), "a.doc", "document"],
  ["a recording", bytesOf("OggS"), "a.ogg", undefined],
])("%s is known", async (_, bytes, name, kind) => {
  expect(await fileKind(bytes, { name })).toBe(kind);
});

it("what calls itself an archive and is none is damaged", async () => {
  await expect(fileKind(bytesOf("x"), { name: "a.h5p" })).rejects.toThrow("zip.damaged");
});
