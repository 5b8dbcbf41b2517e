import type { PassportLine } from "@twiza/contract";
import { expect, it } from "vitest";
import { inOrder } from "./order.ts";

// Only what decides the order is written out.
const line = (state: PassportLine["state"], code?: string) =>
  ({ state, competency: { ...(code === undefined ? {} : { code }) } }) as PassportLine;

it("what is shown stands first, and HYG-2 before HYG-10", () => {
  const lines = [line("begun", "A-1"), line("shown"), line("shown", "HYG-10"), line("shown", "HYG-2")]; // prettier-ignore
  expect(
    inOrder(lines).map(({ state, competency }) => `${state} ${competency.code ?? "–"}`),
  ).toEqual(["shown HYG-2", "shown HYG-10", "shown –", "begun A-1"]);
});
