import { AUDIT_ACTIONS, REVOCATION_REASONS } from "@twiza/contract";
import { expect, it } from "vitest";
import { ACTIONS, isAction, noteOf, placeOf, REASONS } from "./audit.ts";

it("the filter offers every action and the dialog every reason of the contract", () => {
  expect([...ACTIONS].sort()).toEqual([...AUDIT_ACTIONS].sort());
  // That another stands in its place nobody chooses.
  expect(REASONS).toEqual(REVOCATION_REASONS.filter((reason) => reason !== "replaced"));
});

it("a filter from the address that is no action is none", () => {
  expect(isAction("course.published")).toBe(true);
  expect(isAction("__proto__")).toBe(false);
  expect(isAction(null)).toBe(false);
});

it("roles and reasons are told from the words of people", () => {
  expect(noteOf({ action: "membership.granted", note: "administrator, trainer" })).toEqual({
    roles: ["trainer", "administrator"],
  });
  expect(
    noteOf({ action: "certificate.revoked", note: "fraud: error: seen by a witness" }),
  ).toEqual({
    reason: "fraud",
    text: "error: seen by a witness",
  });
  expect(noteOf({ action: "certificate.revoked", note: "request" })).toEqual({ reason: "request" });
  const proposed = "revoke: error: Written down twice.";
  expect(noteOf({ action: "certificate.proposed", note: proposed })).toEqual({
    act: "revoke",
    reason: "error",
    text: "Written down twice.",
  });
  const turnedDown = "suspend: inquiry – It was cleared up.";
  expect(noteOf({ action: "certificate.turned_down", note: turnedDown })).toEqual({
    act: "suspend",
    reason: "inquiry",
    text: "It was cleared up.",
  });
  expect(noteOf({ action: "certificate.proposed", note: "reissue: replaced: Itto" })).toEqual({
    act: "reissue",
    reason: "replaced",
    text: "Itto",
  });
  expect(noteOf({ action: "certificate.suspended", note: "inquiry: Salma" })).toEqual({
    reason: "inquiry",
    text: "Salma",
  });
  expect(noteOf({ action: "flag.decided", note: "set_aside: Her sister sat it." })).toEqual({
    verdict: "set_aside",
    text: "Her sister sat it.",
  });
  expect(noteOf({ action: "course.published", note: "fraud" })).toEqual({ text: "fraud" });
  const note = `3 ${"a".repeat(64)} ${"b".repeat(64)}`;
  expect(noteOf({ action: "course.restored", note })).toEqual({ version: 3 });
  expect(noteOf({ action: "course.edited" })).toEqual({});
});

it("an auditor is led to the public proof of a certificate, and to no page that is not hers", () => {
  expect(placeOf({ action: "certificate.issued", subjectId: "crt_1" }, ["auditor"])).toBe(
    "/verify/crt_1",
  );
  expect(placeOf({ action: "course.edited", subjectId: "crs_1" }, ["auditor"])).toBeUndefined();
  expect(placeOf({ action: "course.edited", subjectId: "crs_1" }, ["administrator"])).toBe(
    "/office/courses/crs_1",
  );
  expect(
    placeOf({ action: "membership.granted", subjectId: "acc_1" }, ["administrator"]),
  ).toBeUndefined();
});
