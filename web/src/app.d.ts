/* eslint-disable @typescript-eslint/consistent-type-definitions -- only interfaces add to what the browser declares */

/** Chromium's own; no standard has it yet. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}
interface WindowEventMap {
  beforeinstallprompt: BeforeInstallPromptEvent;
}
interface Window {
  /** The browser's offer to install, held back by the boot until it is time. */
  heldOffer?: BeforeInstallPromptEvent;
  /** The answer that the page asked for ahead, by its address: each is given once. */
  asked?: (address: string) => Promise<import("./lib/answer.ts").Answer> | undefined;
  /** Once all of these are here, or known not to come. */
  askedAhead?: Promise<unknown>;
  /** Adds what this page has used since the last time to the month's sum. */
  countUsed?: () => void;
}
