import { parseArgs } from "node:util";
import { isLanguage, type Language } from "@twiza/contract/where";

export type Wanted = {
  /** A file, or the text itself. */
  readonly what: string;
  readonly issuers: string | undefined;
  readonly status: readonly string[];
  readonly log: string | undefined;
  readonly isOffline: boolean;
  readonly isJson: boolean;
  readonly language: Language;
};

export const USAGE = `twiza verify FILE|TEXT|- [options]

  FILE|TEXT         PDF, PNG, SVG, VC-JWT or JSON-LD, or the address behind the square; - reads what comes in
  --issuers FILE    keys to trust, as /api/issuers tells them; keys of the log (/log/keys.json) may stand beside
  --status FILE     a status list that was kept; may be given twice
  --log FILE|URL    a proof of the log that was kept, or the site whose log is asked
  --offline         asks nobody
  --json            all of it for programs
  --lang ar|fr|zgh|en

  0 valid, 1 wrong, 2 not everything could be checked, 3 revoked, 4 suspended, 5 expired, 64 asked wrongly`;

/** What somebody asked for; nothing for what cannot be understood. */
export function wantedIn(
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        issuers: { type: "string" },
        status: { type: "string", multiple: true, default: [] },
        log: { type: "string" },
        offline: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        lang: { type: "string" },
      },
    });
    const [verb, what, ...more] = positionals;
    const language = values.lang ?? environment["LANG"]?.slice(0, environment["LANG"].indexOf("_"));
    if (verb !== "verify" || what === undefined || more.length > 0) return undefined;
    if (values.lang !== undefined && !isLanguage(values.lang)) return undefined;
    return {
      what,
      issuers: values.issuers,
      status: values.status,
      log: values.log,
      isOffline: values.offline,
      isJson: values.json,
      language: language !== undefined && isLanguage(language) ? language : "en",
    };
  } catch {
    return undefined;
  }
}
