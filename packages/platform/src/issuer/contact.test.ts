import { describe, expect, test } from "vitest";
import { parseContact, plainDigits } from "./contact.ts";

describe("a contact as people write it", () => {
  test.each([
    ["0612345678", "+212612345678"],
    ["06 12 34 56 78", "+212612345678"],
    ["06.12-34 56 78", "+212612345678"],
    ["٠٦١٢٣٤٥٦٧٨", "+212612345678"],
    ["۰۶۱۲۳۴۵۶۷۸", "+212612345678"],
    ["+212612345678", "+212612345678"],
    ["212612345678", "+212612345678"],
    ["00212612345678", "+212612345678"],
    ["+212 (0)6 12 34 56 78", "+212612345678"],
    ["\u202A+212 612-345678\u202C", "+212612345678"],
    ["+２１２６１２３４５６７８", "+212612345678"],
    ["0522123456", "+212522123456"],
    ["+221 77 123 45 67", "+221771234567"],
    ["00221771234567", "+221771234567"],
    [" Fatima.Zahra@Example.MA ", "fatima.zahra@example.ma"],
    ["coop+tifawin@مثال.المغرب", "coop+tifawin@xn--mgbh0fb.xn--mgbc0a9azcg"],
  ])("%j is %s", (written, contact) => {
    expect(parseContact(written)).toBe(contact);
  });

  test.each([
    "",
    "612345678",
    "06123456",
    "061234567890",
    "+212412345678",
    "+0612345678",
    "+221",
    "0712 abc 345",
    "fatima",
    "@example.ma",
    "a@b",
    "a@b@example.ma",
    "a b@example.ma",
    "<a@example.ma>",
    "fatimа@example.ma",
    "a@example.ma\r\nBcc: b@example.ma",
    `${"a".repeat(500)}@example.ma`,
  ])("%j is refused", (written) => {
    expect(parseContact(written)).toBeUndefined();
  });

  test("digits of Arabic keyboards are digits", () => {
    expect(plainDigits("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹x")).toBe("01234567890123456789x");
  });
});
