import type { Value } from "./engine.ts";

/** Bytes of UTF-8, as DynamoDB counts text. */
export const textBytes = (text: string): number => Buffer.byteLength(text);

/**
 * Bytes of an item as DynamoDB counts them for limits and capacity: names and text in UTF-8, two significant digits of a number
 * a byte, 3 bytes for each list or map and 1 for each of its elements.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: Readonly<Record<string, Value>>): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) bytes += textBytes(name) + valueBytes(value);
  return bytes;
}

function valueBytes(value: Value): number {
  if (typeof value === "string") return textBytes(value);
  if (typeof value === "number") return numberBytes(value);
  if (typeof value === "boolean" || value === null) return 1;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value))
    return value.reduce<number>((bytes, element) => bytes + 1 + valueBytes(element), 3);
  return Object.entries(value).reduce(
    (bytes, [name, element]) => bytes + 1 + textBytes(name) + valueBytes(element),
    3,
  );
}

/** A byte for each pair of digits on either side of the point, without zeros at the ends; one more, and one for a minus. */
export function numberBytes(number: number): number {
  if (number === 0) return 1;
  const [mantissa = "", exponent = "0"] = Math.abs(number).toExponential().split("e");
  const digits = mantissa.replace(".", "").length;
  // Pairs are aligned at the point: 12.3 is 12|30, 1.23 is 01|23.
  const leading = Math.abs(Number(exponent)) % 2 === 0 ? 1 : 0;
  return Math.ceil((digits + leading) / 2) + 1 + (number < 0 ? 1 : 0);
}
