import { expect, it } from "vitest";
import { pinIn } from "./pin.ts";

it.each([
  ["2580", "2580"],
  [" 25 80 ", "2580"],
  ["٢٥٨٠", "2580"],
  ["۲۵۸۰", "2580"],
  ["12345678", "12345678"],
  ["123", undefined],
  ["123456789", undefined],
  ["25b0", undefined],
  ["", undefined],
])("%j is read as the PIN %j", (written, pin) => expect(pinIn(written)).toBe(pin));
