import { also } from "#lib/i18n.svelte.ts";
import { STUDIO } from "#lib/studio/volume.ts";

/** The words of the studio come before its first page. */
export const load = async (): Promise<void> => also(STUDIO);
