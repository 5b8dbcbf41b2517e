import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const list = {
  route: "(office)/office/designs",
  who: () => staff.administrator.contact,
  path: () => "/office/designs",
} as const;
/** The picture comes from the server, a moment after the page. */
const drawn = ({ page }: Reader) => page.locator("main img").waitFor();

/** Designs of certificates: those of an organisation, and one beside what it looks like. */
export const designPages: readonly Entry[] = [
  { ...list, name: "office-designs" },
  { ...list, name: "office-designs-none", who: ({ reviewedBy }) => reviewedBy.reviewer },
  {
    ...list,
    name: "office-design-new",
    sheet: {
      file: "lib/designs/DesignsRoom.svelte",
      opener: ({ page, words }) => button(page, words["designs.new"]()),
    },
  },
  {
    ...list,
    name: "office-design",
    path: ({ design }) => `/office/designs?design=${design}`,
    reach: drawn,
  },
  {
    ...list,
    name: "office-design-faults",
    path: () => "/office/designs?new=margin",
    reach: async (reader) => {
      const { page, words } = reader;
      await drawn(reader);
      await page.getByLabel(words["designs.body"]()).fill("{salary}");
      await button(page, words["designs.save"]()).click();
      await page.locator("[aria-invalid=true]").nth(1).waitFor();
    },
  },
];
