import type { Setting } from "../http/app.ts";

/** `issuesAt`: the address that stands in certificates for ever, where it is another than the one that the browser sees. */
export type CredentialsSetting = Setting & { readonly issuesAt: string };
