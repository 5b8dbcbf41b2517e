import type { Entry, Reader } from "./entry.ts";

/** Where pictures of all pages go, for people to look at; nowhere when it is not set. */
const FOLDER = process.env["TWIZA_PICTURES"];
export const isPictured = FOLDER !== undefined;

/** A picture of the whole page as it stands, named for what it shows. */
export async function takePicture(
  { page, language }: Reader,
  { name }: Entry,
  look: "phone" | "dark" | "desk",
): Promise<void> {
  if (FOLDER === undefined) return;
  await page.screenshot({ path: `${FOLDER}/${name}.${language}.${look}.png`, fullPage: true });
}
