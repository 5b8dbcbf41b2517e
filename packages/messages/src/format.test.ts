import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@twiza/contract/where";
import { DAYS, MONTHS } from "./calendar.ts";
import { calendarNames } from "./calendar.write.ts";
import * as format from "./format.ts";
import { pluralForm } from "./plural.ts";
import { value } from "./runtime.ts";

const each = <T>(of: (language: (typeof LANGUAGES)[number]) => T): T[] => LANGUAGES.map(of);

describe("figures", () => {
  it("are written as each language writes them", () => {
    expect(each((language) => format.formatNumber(1234567.5, language))).toEqual([
      "1.234.567,5",
      "1\u202F234\u202F567,5",
      "1\u00A0234\u00A0567,5",
      "1,234,567.5",
    ]);
    expect(format.formatNumber(1200.5, "fr", { least: 2 })).toBe("1\u202F200,50");
    expect(format.formatNumber(-0.001, "fr")).toBe("0");
    expect(format.formatNumber(-60, "ar")).toBe("\u200E-60");
  });

  it("of a size name the unit people know", () => {
    expect(each((language) => format.formatBytes(2_400_000, language))).toEqual([
      "2,4\u00A0ميغا",
      "2,4\u00A0Mo",
      "2,4\u00A0ⵎⵓ",
      "2.4\u00A0MB",
    ]);
    expect(format.formatBytes(999_600, "fr")).toBe("1\u00A0Mo");
    expect(format.formatBytes(340_000, "fr")).toBe("340\u00A0Ko");
  });

  it("of a length of time follow the Arabic counted noun", () => {
    expect([1, 2, 5, 12, 75].map((minutes) => format.formatMinutes(minutes, "ar"))).toEqual([
      "دقيقة واحدة",
      "دقيقتان",
      "5\u00A0دقائق",
      "12\u00A0دقيقة",
      "ساعة واحدة و15\u00A0دقيقة",
    ]);
  });
});

describe("days", () => {
  it("bear the names that Node's CLDR gives, which browsers lack for Tamazight", () => {
    expect({ MONTHS, DAYS }).toEqual(calendarNames());
  });

  it("are those of Morocco, whatever the device's clock", () => {
    expect(each((language) => format.formatDate("2026-01-31T23:30:00.000Z", language))).toEqual([
      "1\u00A0فبراير 2026",
      "1\u00A0février 2026",
      "1\u00A0ⴱⵕⴰⵢⵕ 2026",
      "1\u00A0February 2026",
    ]);
    expect(format.formatMoment("2026-01-31T23:30:00.000Z", "fr")).toBe(
      "1\u00A0février 2026, 00:30",
    );
    expect(format.formatWeekday("2026-11-23", "en")).toBe("Monday");
  });
});

describe("plural forms", () => {
  it("agree with Node's CLDR for every count to a thousand, in every language", () => {
    for (const language of LANGUAGES) {
      const rules = new Intl.PluralRules(language);
      for (let count = 0; count <= 1000; count += 1)
        expect(pluralForm(language, count)).toBe(rules.select(count));
      expect(pluralForm(language, 1_000_000)).toBe(rules.select(1_000_000));
      expect(pluralForm(language, 1.5)).toBe(rules.select(1.5));
    }
  });
});

describe("a value in a sentence", () => {
  it("is isolated when its direction may differ from the sentence's", () => {
    expect(value("ar", "+212 6 12")).toBe("\u2068+212 6 12\u2069");
    expect(value("fr", "فاطمة")).toBe("\u2068فاطمة\u2069");
    expect(value("fr", "Fatima")).toBe("Fatima");
  });
});
