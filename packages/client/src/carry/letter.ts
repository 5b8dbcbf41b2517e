import { objectIn } from "../base64url.ts";
import { CarryFault } from "./fault.ts";
import { RECEIPT_TYPE } from "./receipt.ts";
import { PARCEL_TYPE } from "./seal.ts";

/** What can be handed from phone to phone: parcels on their way, or receipts on their way back. */
export type Kind = "parcel" | "receipt";

/** By what a text says of itself, how many parts it has, and how long its last one is (a tag of 16 bytes, a signature of 64). */
const SHAPES = {
  [PARCEL_TYPE]: { kind: "parcel", parts: 5, last: 22 },
  [RECEIPT_TYPE]: { kind: "receipt", parts: 3, last: 86 },
} as const;
const isShape = (typ: unknown): typ is keyof typeof SHAPES =>
  typeof typ === "string" && Object.hasOwn(SHAPES, typ);

/** Nothing that we make is longer: ten thousand things to tell are a tenth of it. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** Parcels or receipts as a file holds them: one a line. It is plain text, which every app that hands on files lets through. */
export const textOf = (tokens: readonly string[]): string => `${tokens.join("\n")}\n`;

/**
 * What a file, or squares put together, hold of that kind.
 * @throws CarryFault `foreign`, `broken`, or the kind that it is instead of the one that was wanted
 */
export function readText(text: string, wanted: Kind): readonly string[] {
  const lines = text.split(/\s+/).filter((line) => line !== "");
  const kinds = lines.map(kindOf);
  if (kinds.every((kind) => kind === undefined)) throw new CarryFault("foreign");
  const other = wanted === "parcel" ? "receipt" : "parcel";
  if (kinds.includes(other)) throw new CarryFault(other);
  if (kinds.some((kind) => kind !== wanted)) throw new CarryFault("broken");
  return [...new Set(lines)];
}

function kindOf(line: string): Kind | "broken" | undefined {
  const parts = line.split(".");
  const { typ } = objectIn(parts[0] ?? "");
  if (!isShape(typ)) return undefined;
  const shape = SHAPES[typ];
  const isWhole = parts.length === shape.parts && parts.at(-1)?.length === shape.last;
  return isWhole && /^[\w.-]+$/.test(line) ? shape.kind : "broken";
}
