import { describe, expect, it } from "vitest";
import { waysTo } from "./letter.ts";

describe("one tap", () => {
  it("writes to a number by WhatsApp or a text message, with the words whole", () => {
    const [whatsapp, sms] = waysTo("+212612345678", "مرحبا & à demain #1");
    expect(whatsapp?.href).toMatch(/^https:\/\/wa\.me\/212612345678\?text=/);
    const words = new URL(whatsapp?.href ?? "").searchParams.get("text");
    expect(words).toBe("مرحبا & à demain #1");
    expect(sms?.href).toMatch(/^sms:\+212612345678\?body=[^&#]+$/);
  });

  it("writes to an address by e-mail, whatever it holds", () => {
    expect(waysTo("a+b?c@example.org", "x")).toEqual([
      { way: "mail", href: "mailto:a%2Bb%3Fc%40example.org?body=x" },
    ]);
  });
});
