import { mount } from "svelte";
import type { PublicCertificate } from "@twiza/contract";
import { also } from "../i18n.svelte.ts";
import PaperSheet from "./PaperSheet.svelte";
import { PAPER } from "./volume.ts";

let sheet: { show: (certificate: PublicCertificate) => void } | undefined;

/**
 * Opens the sheet on which a certificate becomes paper. It stands beside the page, of which a phone keeps nothing for it.
 * @throws TypeError without network
 */
export async function showPaper(certificate: PublicCertificate): Promise<void> {
  await also(PAPER);
  sheet ??= mount(PaperSheet, { target: document.body });
  sheet.show(certificate);
}
