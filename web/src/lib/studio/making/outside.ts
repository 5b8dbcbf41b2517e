import type { LibraryItem } from "@twiza/contract";
import type { Caller } from "../../call.ts";
import type { Parcel } from "../../media/reduce.ts";

/** What is outside while a course is carried: the server's operations, its content, and the way by which media come in. */
export type Outside = {
  readonly call: Caller;
  /** Whether a medium lies here already. */
  readonly isHere: (hash: string) => Promise<boolean>;
  /** The bytes of a public blob. @throws Problem */
  readonly content: (hash: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** A drawing (SVG) as a picture that may be brought; nothing for one that cannot be drawn. */
  readonly pictureOf: (svg: Uint8Array<ArrayBuffer>) => Promise<Parcel | undefined>;
  /** Brings one thing into the library, as often as asked under the same intent. @throws Problem */
  readonly bring: (
    parcel: Parcel,
    wish: { readonly intentId: string; readonly name: string },
  ) => Promise<LibraryItem>;
};
