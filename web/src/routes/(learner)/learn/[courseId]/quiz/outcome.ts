import { also } from "#lib/i18n.svelte.ts";
import QuizHeld from "./QuizHeld.svelte";
import QuizRefused from "./QuizRefused.svelte";
import QuizResult from "./QuizResult.svelte";
import QuizRules from "./QuizRules.svelte";
import QuizTime from "./QuizTime.svelte";
import QuizUnkept from "./QuizUnkept.svelte";
import { OUTCOME } from "./volume.ts";

/** What shows the server's answer to a handing in, by what rarer rules a test is sat, and that its phone does not keep it. @throws TypeError without network, until it was used once */
export async function bringOutcome() {
  await also(OUTCOME);
  return { QuizHeld, QuizRefused, QuizResult, QuizRules, QuizTime, QuizUnkept };
}
