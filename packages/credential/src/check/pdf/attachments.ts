import { isDictionary, type PdfDictionary, type PdfValue } from "./lexer.ts";
import { nameIn, objectsIn, type PdfObject, unfolded } from "./objects.ts";

/** More than any paper of ours carries. */
const MOST_ATTACHMENTS = 16;

/**
 * The files that a PDF carries within it, as bytes. `locked`: it is under a password. `broken`: it is no PDF, or carries what cannot be
 * unfolded.
 */
export async function attachmentsIn(
  bytes: Uint8Array,
): Promise<readonly Uint8Array[] | "locked" | "broken"> {
  const objects = await objectsIn(bytes);
  if (objects.length === 0) return "broken";
  if (isLocked(bytes, objects)) return "locked";
  const wanted = new Set(objects.flatMap(({ value }) => filesNamedIn(value)));
  const files = objects.filter(
    ({ number, value, stream }) =>
      stream &&
      (wanted.has(number) || (isDictionary(value) && nameIn(value, "Type") === "EmbeddedFile")),
  );
  if (files.length > MOST_ATTACHMENTS) return "broken";
  const contents = await Promise.all(files.map(unfolded));
  const read = contents.filter((each) => each !== undefined);
  return read.length === contents.length ? read : "broken";
}

/** What a dictionary of a file names as its content: `/EF << /F 12 0 R >>`, however deep it stands. */
function filesNamedIn(value: PdfValue): readonly number[] {
  if (Array.isArray(value)) return (value as readonly PdfValue[]).flatMap(filesNamedIn);
  if (!isDictionary(value)) return [];
  const embedded = value.entries.get("EF");
  const own = isDictionary(embedded) ? referencesIn(embedded) : [];
  return [...own, ...[...value.entries.values()].flatMap(filesNamedIn)];
}

const referencesIn = ({ entries }: PdfDictionary): readonly number[] =>
  [...entries.values()].flatMap((value) =>
    typeof value === "object" && value !== null && "ref" in value ? [value.ref] : [],
  );

/** The key to a file stands in its last words, or in the index that is an object. */
function isLocked(bytes: Uint8Array, objects: readonly PdfObject[]): boolean {
  if (objects.some(({ value }) => isDictionary(value) && value.entries.has("Encrypt"))) return true;
  return /trailer[^]{0,2000}?\/Encrypt\b/.test(new TextDecoder("latin1").decode(bytes));
}
