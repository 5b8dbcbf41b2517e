import type { Language } from "@twiza/contract/where";
import type { Locator, Page } from "playwright-core";
import type { Awaited } from "../browser.ts";
import type { wordsOf } from "../words.ts";
import type { Addresses } from "./addresses.ts";

/** Somebody who looks at a page, with what the steps below need to know. */
export type Reader = {
  readonly page: Page;
  readonly language: Language;
  readonly words: ReturnType<typeof wordsOf>;
  readonly at: Addresses;
};

/** A page in one of its states. */
export type Entry = {
  /** Kebab-case: names a fault, a picture and nothing else. */
  readonly name: string;
  /** The folder under `web/src/routes`, or the path of what the server writes itself. */
  readonly route: string;
  /** The contact of who looks; a visitor when absent. */
  readonly who?: ((at: Addresses) => string) | undefined;
  readonly path: (at: Addresses, language: Language) => string;
  /** The taps from the address to this state. */
  readonly reach?: ((reader: Reader) => Promise<void>) | undefined;
  /** The component under `web/src` whose sheet opens here, and the control that opens it. */
  readonly sheet?: {
    readonly file: string;
    readonly opener: (reader: Reader) => Locator;
    /** What it does as it opens cannot be done twice, so nobody tries it by keyboard first. */
    readonly isOnce?: true;
  };
  /** The taps inside the open sheet. */
  readonly inside?: ((reader: Reader) => Promise<void>) | undefined;
  /** Answers that belong to this state. */
  readonly awaited?: readonly Awaited[];
  /** Written in one language alone, whatever the reader's. */
  readonly only?: Language;
  /** Written out with the site and without its app: it is opened, and left by opening another. */
  readonly isWritten?: true;
  /** The form of waiting is shown here on purpose. */
  readonly isWaiting?: boolean;
  /** The network goes on the way here, so that the sentences of all languages are fetched before. */
  readonly losesNetwork?: boolean;
};

/** Who reads there decides how large a target is and whether a picture may stand for a word. */
export type Room = "learner" | "office" | "developer";

/** Pages that are looked at in the same way. */
export type Group = {
  readonly room: Room;
  /** The language in which somebody walks to them, to turn to the others in place; `each`: the server writes them in one alone. */
  readonly walked: Language | "each";
  readonly entries: readonly Entry[];
};
