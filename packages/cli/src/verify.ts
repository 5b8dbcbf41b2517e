import { unbake } from "@twiza/credential/bake";
import { check, namesIn, type Verdict } from "@twiza/credential/check";
import { USAGE, wantedIn } from "./arguments.ts";
import { given } from "./files.ts";
import { said } from "./said.ts";
import { settingFor } from "./sources.ts";

/** How the program ends, by what the check comes to. */
export const EXIT: Readonly<Record<Verdict, number>> = {
  valid: 0,
  wrong: 1,
  unknown: 2,
  revoked: 3,
  suspended: 4,
  expired: 5,
  apart: 6,
};
const ASKED_WRONGLY = 64;

/** Checks what is asked for and says what was found. */
export async function verify(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly text: string; readonly exit: number }> {
  const wanted = wantedIn(words, environment);
  if (!wanted) return { text: USAGE, exit: ASKED_WRONGLY };
  try {
    const what = await given(wanted.what);
    const outcome = await check(what, await settingFor(wanted, await originIn(what)));
    const text = wanted.isJson
      ? JSON.stringify(outcome, undefined, 2)
      : said(outcome, wanted.language);
    return { text, exit: EXIT[outcome.verdict] };
  } catch (error) {
    // A file that was named is missing or holds something else.
    return { text: error instanceof Error ? error.message : USAGE, exit: ASKED_WRONGLY };
  }
}

/** The address that a certificate names, before anything of it is believed: there its keys, lists and log are asked for. */
async function originIn(what: Uint8Array | string): Promise<string | undefined> {
  const { origin } = await namesIn(what, unbake);
  return origin;
}
