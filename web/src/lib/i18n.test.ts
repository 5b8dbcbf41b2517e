import type { Language } from "@twiza/contract/where";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Volume } from "./i18n.svelte.ts";

/** A volume of one sentence, that comes in each language when the test lets it. */
function heldVolume(key: "app.help" | "app.skip") {
  const asked = new Map<Language, () => void>();
  const sentences = (language: Language) => () =>
    new Promise<{ messages: Record<string, () => string> }>((resolve) => {
      asked.set(language, () => resolve({ messages: { [key]: () => `${key} in ${language}` } }));
    });
  const volume: Volume = {
    ar: sentences("ar"),
    fr: sentences("fr"),
    zgh: sentences("zgh"),
    en: sentences("en"),
  };
  const comes = async (language: Language): Promise<void> => {
    await vi.waitFor(() => expect([...asked.keys()]).toContain(language));
    asked.get(language)?.();
    asked.delete(language);
  };
  return { volume, comes };
}

describe("sentences that come late are there, in the language that is chosen by then", () => {
  let app: typeof import("./i18n.svelte.ts");
  const help = heldVolume("app.help");
  const skip = heldVolume("app.skip");
  beforeEach(async () => {
    vi.stubGlobal("document", { documentElement: { lang: "ar" } });
    vi.resetModules();
    app = await import("./i18n.svelte.ts");
    const first = app.also(help.volume);
    await help.comes("ar");
    await first;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("when the language changes before a sheet's sentences come", async () => {
    const sheet = app.also(skip.volume);
    const choice = app.chooseLanguage("fr");
    await help.comes("fr");
    await choice;
    await skip.comes("ar");
    await skip.comes("fr");
    await sheet;
    expect([app.t("app.help"), app.t("app.skip")]).toEqual(["app.help in fr", "app.skip in fr"]);
  });

  test("when a sheet's sentences come before those of the new language", async () => {
    const choice = app.chooseLanguage("fr");
    const sheet = app.also(skip.volume);
    await skip.comes("ar");
    await sheet;
    await help.comes("fr");
    await help.comes("fr");
    await skip.comes("fr");
    await choice;
    expect([app.t("app.help"), app.t("app.skip")]).toEqual(["app.help in fr", "app.skip in fr"]);
  });

  test("when another language is chosen before the first has come", async () => {
    const first = app.chooseLanguage("fr");
    const second = app.chooseLanguage("en");
    await help.comes("en");
    await second;
    await help.comes("fr");
    await first;
    expect([app.i18n.language, app.t("app.help")]).toEqual(["en", "app.help in en"]);
  });
});
