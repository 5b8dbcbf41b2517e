import { AccountId, CourseId, LessonId, OrganisationId, type PresenceRow } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { isNews, othersAmong } from "./presence.ts";

const hex = "a".repeat(32);
const HER = AccountId.parse(`acc_${hex}`);
const OTHER = AccountId.parse(`acc_${"b".repeat(32)}`);
const NOW = new Date("2026-03-01T08:10:00.000Z");
const row = (ago: number, more: Partial<PresenceRow> = {}): PresenceRow => ({
  organisationId: OrganisationId.parse(`org_${hex}`),
  courseId: CourseId.parse(`crs_${hex}`),
  lessonId: LessonId.parse(`les_${hex}`),
  ...{ accountId: HER, name: "Salma", isLeft: false },
  at: new Date(NOW.getTime() - ago * 1000).toISOString(),
  ...more,
});

describe("what somebody says of herself", () => {
  it.each([
    ["that she is there for the first time", undefined, { isLeft: false }, true],
    ["that she left where she never was", undefined, { isLeft: true }, false],
    ["the same a moment later", row(3), { isLeft: false }, false],
    ["the same when it grows old", row(10), { isLeft: false }, true],
    ["another block", row(1), { isLeft: false, key: "salt" }, true],
    ["that she leaves", row(1), { isLeft: true }, true],
    ["that she has left, again", row(90, { isLeft: true }), { isLeft: true }, false],
    ["that she is back", row(1, { isLeft: true }), { isLeft: false }, true],
  ])("is written down only where it is news: %s", (_, known, said, expected) => {
    expect(isNews(known, said, NOW)).toBe(expected);
  });
});

it("everybody else of the last minutes is told, the last first, whatever clock wrote it", () => {
  const people = [
    row(2),
    row(200, { accountId: OTHER, name: "Rachid", key: "salt" }),
    row(400, { accountId: AccountId.parse(`acc_${"c".repeat(32)}`), name: "Late" }),
    row(-5, { accountId: AccountId.parse(`acc_${"d".repeat(32)}`), name: "Ahead" }),
  ];
  expect(othersAmong(people, HER, NOW)).toMatchObject([
    { name: "Ahead", seconds: 0 },
    { name: "Rachid", seconds: 200, key: "salt" },
  ]);
});
