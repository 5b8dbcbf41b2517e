import { expect, it } from "vitest";
import { i18n } from "../i18n.svelte.ts";
import { spokenFor, truthsIn } from "./volume.ts";

it("true and false stand in the language of the lesson, or in the author's where Twiza does not speak it", async () => {
  expect(await truthsIn("fr")).toEqual(["Vrai", "Faux"]);
  expect(await truthsIn("wo")).toEqual(await truthsIn(i18n.language));
  expect([spokenFor("zgh"), spokenFor("ha-Arab")]).toEqual(["zgh", i18n.language]);
});
