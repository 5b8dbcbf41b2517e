import type { FileType } from "@twiza/contract";
import type { Looked } from "@twiza/core";
import { inflateRawSync } from "node:zlib";

const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Entry = {
  readonly name: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
};
/** How many things, and how many bytes unpacked, a table may hold. */
const MOST = { entries: 2000, bytes: 100_000_000, list: 1_000_000 };
/** Macros, controls, other files, and what asks elsewhere: by where the two formats keep them. */
const ACTIVE =
  /vbaProject|activeX|embeddings\/|externalLinks\/|macrosheets\/|dialogsheets\/|customUI|connections\.xml|queryTables\/|oleObject|^Basic\/|^Scripts\/|^Object /i;

/**
 * A table of LibreOffice or Excel: by the list of what lies in it. It has neither macros nor other files and asks nobody anything;
 * its formulas are not read.
 */
export function lookAtSheet(bytes: Uint8Array): Looked {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(file);
  if (!entries) return "unreadable";
  const type = typeOf(file, entries);
  if (!type) return "unreadable";
  if (type === "locked" || type === "active") return type;
  if (entries.some(({ isLocked }) => isLocked)) return "locked";
  if (entries.some(({ name }) => ACTIVE.test(name))) return "active";
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST.bytes) return "too_large";
  return { type, bytes };
}

/** What each format says of itself; OpenDocument does so first of all, unpacked, at a place where every program looks. */
function typeOf(
  file: Buffer,
  entries: readonly Entry[],
): FileType | "locked" | "active" | undefined {
  if (file.toString("latin1", 30, 38 + ODS.length) === `mimetype${ODS}`) {
    const list = contentOf(file, entries, "META-INF/manifest.xml");
    if (list === undefined) return undefined;
    return list.includes("encryption-data") ? "locked" : ODS;
  }
  const types = contentOf(file, entries, "[Content_Types].xml");
  if (types?.includes("macroEnabled")) return "active";
  return types?.includes("spreadsheetml.sheet.main+xml") ? XLSX : undefined;
}

/** The list at the end of a ZIP (APPNOTE 4.3.12); nothing when it is broken, or larger than such a list need be. */
function entriesOf(file: Buffer): Entry[] | undefined {
  const end = file.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0 || end + 22 > file.length) return undefined;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > MOST.entries) return undefined;
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameBytes = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString("utf8", at + 46, at + 46 + nameBytes).replaceAll("\\", "/"),
      isLocked: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** A small text in it. */
function contentOf(file: Buffer, entries: readonly Entry[], name: string): string | undefined {
  const entry = entries.find((each) => each.name === name);
  if (!entry || entry.at + 30 > file.length) return undefined;
  const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  const data = file.subarray(from, from + entry.packed);
  if (entry.method === 0) return data.toString("utf8", 0, MOST.list);
  try {
    return inflateRawSync(data, { maxOutputLength: MOST.list }).toString("utf8");
  } catch {
    return undefined;
  }
}
