import type { Locator, Page } from "playwright-core";

/** The last two parts of the page of what waits: sending it by another phone, and carrying for somebody. */
export const sendBy = (page: Page): Locator => page.locator("main section").nth(-2);
export const carryFor = (page: Page): Locator => page.locator("main section").last();

type File = Parameters<Locator["setInputFiles"]>[0];
/** Gives a file to one of them. */
export const pick = (part: Locator, file: File): Promise<void> =>
  part.locator("input[type=file]").setInputFiles(file);
