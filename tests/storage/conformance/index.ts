import type { Engine } from "@twiza/storage/engine";
import { feed } from "./feed.ts";
import { limits } from "./limits.ts";
import { pages } from "./pages.ts";
import { readsAndWrites } from "./reads-and-writes.ts";
import { transactions } from "./transactions.ts";

/** Everything that the port promises, for whichever engine `engineOf` gives. */
export function conformance(engineOf: () => Engine): void {
  readsAndWrites(engineOf);
  transactions(engineOf);
  pages(engineOf);
  limits(engineOf);
  feed(engineOf);
}
