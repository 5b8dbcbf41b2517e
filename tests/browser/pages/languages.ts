import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const languages = {
  route: "(office)/office/languages",
  who: () => staff.administrator.contact,
  path: () => "/office/languages",
} as const;
const adding = {
  ...languages,
  sheet: {
    file: "lib/languages/AddLanguage.svelte",
    opener: ({ page, words }: Reader) => button(page, words["languages.add.other"]()),
  },
} as const;

/** The languages that courses of an organisation are written in, and what can be done with one. */
export const languagePages: readonly Entry[] = [
  { ...languages, name: "office-languages" },
  {
    ...languages,
    name: "office-languages-none",
    who: ({ reviewedBy }) => reviewedBy.reviewer,
  },
  {
    ...adding,
    name: "office-language-add",
    inside: async (reader) => {
      const dialog = reader.page.locator("dialog[open]");
      await dialog.locator("select").selectOption("another");
      await dialog.getByLabel(reader.words["languages.code"]()).fill("hausa");
      await button(dialog, reader.words["languages.add"]()).click();
      await dialog.locator("[aria-invalid=true]").nth(1).waitFor();
    },
  },
  {
    ...languages,
    name: "office-language-rename",
    sheet: {
      file: "lib/languages/RenameLanguage.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: words["languages.rename"]() }).first(),
    },
  },
  {
    ...languages,
    name: "office-language-remove",
    sheet: {
      file: "lib/languages/RemoveLanguage.svelte",
      opener: ({ page, words }) =>
        page.getByRole("button", { name: words["languages.remove"]() }).first(),
    },
  },
];
