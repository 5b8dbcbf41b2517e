import { launchChromium } from "./chromium.ts";

/** Once, before the first test: a browser that several tests unpack at once is started by some while others still write it. */
export async function setup(): Promise<void> {
  const browser = await launchChromium();
  await browser.close();
}
