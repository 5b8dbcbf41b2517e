import type { DesignLook } from "@twiza/contract";
import { newIntent } from "./house.ts";

export const newDesignId = (): string => `dsg_${newIntent().replaceAll("-", "")}`;

/** A look with nothing in it but what every look has. */
export const plainLook = (changes: Partial<DesignLook> = {}): DesignLook => ({
  base: "zellige",
  orientation: "landscape",
  palette: "argan",
  texts: {},
  shows: { hours: true, result: false, competencies: true },
  signatories: [{ name: "Rachid El Amrani", title: { fr: "Président", ar: "الرئيس" } }],
  logos: [],
  ...changes,
});
