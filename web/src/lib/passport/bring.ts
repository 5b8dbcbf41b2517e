import { also } from "../i18n.svelte.ts";
import Holding from "./Holding.svelte";
import Own from "./Own.svelte";
import { PASSPORT } from "./volume.ts";

/** What is said about each certificate, and what this phone's learner has shown behind them, with its words. @throws TypeError without network, until it was used once */
export async function bringPassport() {
  await also(PASSPORT);
  return { Own, Holding };
}
