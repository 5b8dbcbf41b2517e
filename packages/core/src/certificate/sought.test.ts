import { type Certificate } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { isSought } from "./sought.ts";

const now = new Date("2026-06-01T00:00:00.000Z");
const of = (more: Partial<Certificate>) =>
  ({
    number: "TWZ-4f2a90-2026-000123",
    learnerName: "فاطمة الزهراء بنعلي",
    courseId: "crs_1",
    issuedAt: "2026-03-15T10:00:00.000Z",
    ...more,
  }) as Certificate;
const finds = (search: string, learnerName: string): boolean =>
  isSought({ search }, now)(of({ learnerName }));

describe("looking for a certificate", () => {
  it.each([
    ["فاطمه", "فاطمة الزهراء بنعلي"],
    ["بنعلى الزهراء", "فاطمة الزهراء بنعلي"],
    ["احمد", "أَحْمَد أوشن"],
    ["ait lah", "Khadija Aït Lahcen"],
    ["ⵜⵓⴷⴰ", "ⵜⵓⴷⴰ ⵉⵅⵍⴼ"],
    ["  KHADIJA  ", "Khadija Aït Lahcen"],
  ])("%s finds %s", (search, name) => {
    expect(finds(search, name)).toBe(true);
  });

  it("asks for every word, and finds nobody by a word that is not hers", () => {
    expect(finds("khadija benali", "Khadija Aït Lahcen")).toBe(false);
  });

  it.each(["TWZ-4f2a90-2026-000123", "twz-4f2a90-2026", "000123", "123"])(
    "finds by the number or its end: %s",
    (search) => {
      expect(isSought({ search }, now)(of({}))).toBe(true);
    },
  );

  it.each(["TWZ-4f2a90-2025", "23", "1234"])("does not find by another: %s", (search) => {
    expect(isSought({ search }, now)(of({}))).toBe(false);
  });

  it("includes both days, and knows the states", () => {
    const day = "2026-03-15";
    expect(isSought({ from: day, until: day }, now)(of({}))).toBe(true);
    expect(isSought({ from: "2026-03-16" }, now)(of({}))).toBe(false);
    expect(isSought({ until: "2026-03-14" }, now)(of({}))).toBe(false);
    const ended = of({ expiresAt: "2026-05-01T00:00:00.000Z" });
    expect(isSought({ state: "expired" }, now)(ended)).toBe(true);
    expect(isSought({ state: "valid" }, now)(ended)).toBe(false);
  });
});
