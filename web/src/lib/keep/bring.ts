import { mount } from "svelte";
import type { PublicCertificate } from "@twiza/contract";
import { also } from "../i18n.svelte.ts";
import KeepSheet from "./KeepSheet.svelte";
import { KEEP } from "./volume.ts";

let sheet: { show: (certificate: PublicCertificate) => void } | undefined;

/** Opens the forms in which a certificate is kept. @throws TypeError without network, until it was used once */
export async function showForms(certificate: PublicCertificate): Promise<void> {
  await also(KEEP);
  sheet ??= mount(KeepSheet, { target: document.body });
  sheet.show(certificate);
}
