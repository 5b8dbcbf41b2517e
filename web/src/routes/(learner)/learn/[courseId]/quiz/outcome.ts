import { also } from "#lib/i18n.svelte.ts";
import QuizHeld from "./QuizHeld.svelte";
import QuizRefused from "./QuizRefused.svelte";
import QuizResult from "./QuizResult.svelte";
import { OUTCOME } from "./volume.ts";

/** What shows the server's answer to a handing in, with its words. @throws TypeError without network, until it was used once */
export async function bringOutcome() {
  await also(OUTCOME);
  return { QuizHeld, QuizRefused, QuizResult };
}
