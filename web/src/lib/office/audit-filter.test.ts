import { whats } from "@twiza/contract";
import { expect, it } from "vitest";
import {
  addressPartOf,
  filterOf,
  isBackwards,
  isDay,
  isFiltered,
  queryOf,
} from "./audit-filter.ts";

const who = `acc_${"0".repeat(32)}`;
const filter = { action: "course.edited", who, from: "2026-03-01", to: "2026-03-02" } as const;

it("a filter survives the address, and what nobody can mean is left out of it", () => {
  const part = addressPartOf(filter);
  expect(filterOf(new URLSearchParams(part))).toEqual(filter);
  const odd = new URLSearchParams("action=__proto__&who=me&from=2026-02-30&to=0002-03-01&x=1");
  expect(isFiltered(filterOf(odd))).toBe(false);
  expect(addressPartOf({})).toBe("");
});

it("both days are asked for whole, by the clock of the device", () => {
  const query = queryOf(filter);
  expect(query.since).toBe(new Date(2026, 2, 1).toISOString());
  expect(query.until).toBe(new Date(2026, 2, 3).toISOString());
  expect(whats.listAudit.query.parse(query)).toEqual(query);
  expect(queryOf({})).toEqual({});
});

it("a day is a day that there is", () => {
  for (const day of ["2026-03-01", "2028-02-29"]) expect(isDay(day)).toBe(true);
  for (const none of ["", "2026-02-29", "0026-03-01", "2026-3-1", "2026-13-01"])
    expect(isDay(none)).toBe(false);
});

it("a last day before the first is told of, not asked", () => {
  expect(isBackwards({ from: "2026-03-02", to: "2026-03-01" })).toBe(true);
  expect(isBackwards({ from: "2026-03-01", to: "2026-03-01" })).toBe(false);
  expect(isBackwards({ to: "2026-03-01" })).toBe(false);
});
