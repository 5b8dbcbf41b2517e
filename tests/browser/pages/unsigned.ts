import { button } from "../walk.ts";
import type { Reader } from "./entry.ts";

/** The register, with what has no signature looked for. */
export async function withoutSignature({ page, words }: Reader): Promise<void> {
  await page.getByLabel(words["desk.state"](), { exact: true }).selectOption("unsigned");
  await button(page, words["desk.find"]()).click();
  await page.locator("section button.primary").waitFor();
}
