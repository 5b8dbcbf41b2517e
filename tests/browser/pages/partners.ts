import { staff } from "@twiza/content";
import { button } from "../walk.ts";
import type { Entry } from "./entry.ts";

const partners = {
  route: "(office)/office/certificates",
  who: () => staff.administrator.contact,
  path: () => "/office/certificates?view=partners",
} as const;
const asked = { ...partners, who: ({ askedPartner }: { askedPartner: string }) => askedPartner };

/** Certificates of two institutions: what was agreed, by the one who asks and by the one who is asked. */
export const partnersPages: readonly Entry[] = [
  {
    ...partners,
    name: "office-partners",
    reach: ({ page }) => page.locator("[role=tabpanel] article").first().waitFor(),
  },
  {
    ...partners,
    name: "office-partners-none",
    who: ({ reviewedBy }) => reviewedBy.reviewer,
  },
  {
    ...partners,
    name: "office-partners-ask",
    sheet: {
      file: "lib/partners/AskSheet.svelte",
      opener: ({ page, words }) => button(page, words["partners.ask"]()).first(),
    },
    inside: async ({ page }) => {
      await page.locator("dialog[open] form button").click();
      await page.locator("dialog[open] [aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...asked,
    name: "office-partners-answer",
    sheet: {
      file: "lib/partners/DecideSheet.svelte",
      opener: ({ page, words }) => button(page, words["partners.answer"]()).first(),
    },
  },
];
