import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const library = {
  route: "(office)/office/library",
  who: () => staff.secondTrainer.contact,
  path: () => "/office/library",
} as const;
const item = {
  ...library,
  reach: opened,
  sheet: {
    file: "lib/media/library/ItemSheet.svelte",
    opener: ({ page, words }: Reader) => button(page, words["library.open"]()).first(),
  },
} as const;
const bring = (reader: Reader, kind: "picture" | "audio") =>
  button(reader.page, reader.words[`library.bring.${kind}`]());

/** Pictures and recordings of the organisation, and what can be done with one. */
export const libraryPages: readonly Entry[] = [
  { ...library, name: "office-library", reach: opened },
  {
    ...library,
    name: "office-library-none",
    reach: async (reader) => {
      await opened(reader);
      await reader.page.getByRole("searchbox").fill("zzz");
      await reader.page.keyboard.press("Enter");
      await reader.page.getByText(reader.words["library.none"]()).first().waitFor();
    },
  },
  {
    ...library,
    name: "office-library-bin",
    reach: async ({ page, words }) => {
      await tab({ page, words }, "library.bin");
      await button(page, words["library.bin.restore"]()).first().waitFor();
    },
  },
  { ...item, name: "office-library-item" },
  { ...item, name: "office-library-uses", inside: uses },
  {
    ...item,
    name: "office-library-replace",
    inside: async (reader) => {
      await uses(reader);
      await button(reader.page, reader.words["library.replace"]()).click();
      await button(reader.page, reader.words["library.replace.not"]()).waitFor();
    },
  },
  {
    ...library,
    name: "office-library-record",
    reach: async (reader) => {
      await tab(reader, "library.recordings");
      await bring(reader, "audio").waitFor();
    },
    sheet: {
      file: "lib/media/library/LibraryRoom.svelte",
      opener: (reader) => bring(reader, "audio"),
    },
    inside: async (reader) => {
      const { page, words } = reader;
      await tab(reader, "media.record");
      await button(page, words["recorder.start"]()).click();
      await page.getByRole("timer").filter({ hasText: "0:01" }).waitFor();
      await button(page, words["recorder.stop"]()).click();
      await button(page, words["recorder.again"]()).click();
      await button(page, words["recorder.again.no"]()).waitFor();
    },
  },
];

const tab = (
  { page, words }: Pick<Reader, "page" | "words">,
  key: "library.bin" | "library.recordings" | "library.uses" | "media.record",
): Promise<void> => page.getByRole("tab", { name: words[key](), exact: true }).click();

async function opened({ page, words }: Reader): Promise<void> {
  await button(page, words["library.open"]()).first().waitFor();
}

async function uses(reader: Reader): Promise<void> {
  await tab(reader, "library.uses");
  await button(reader.page, reader.words["library.replace"]()).waitFor();
}
