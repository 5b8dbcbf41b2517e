import type { ExchangeCode } from "@twiza/exchange/docx";
import { t } from "../../i18n.svelte.ts";

export type { ExchangeCode } from "@twiza/exchange/docx";
/** What the sentence for a code is told: names and numbers, in bytes where they are sizes. */
export type Detail = Readonly<Record<string, string | number>>;

/** Why a file cannot be brought in. `lost`: it is not there any more; `broken`: what reads it fell over it. */
export type FileFault = ExchangeCode | "lost" | "broken";

/** A file that was refused whole. */
export class UnreadableFile extends Error {
  readonly code: FileFault;

  constructor(code: FileFault) {
    super(code);
    this.name = "UnreadableFile";
    this.code = code;
  }
}

/** Why, and what can be done about it. */
export function refusalOf(code: FileFault): string {
  switch (code) {
    case "file.empty":
      return t("bring.fault.empty");
    case "file.too_large":
    case "zip.too_large":
    case "zip.too_many":
    case "xml.too_large":
    case "docx.too_long":
      return t("bring.fault.large");
    case "zip.encrypted":
    case "docx.encrypted":
      return t("bring.fault.locked");
    case "zip.names":
    case "zip.bomb":
    case "xml.doctype":
    case "xml.too_deep":
      return t("bring.fault.unsafe");
    case "docx.old_word":
      return t("bring.fault.old");
    case "docx.pdf":
      return t("bring.fault.pdf");
    case "docx.html":
    case "docx.rtf":
    case "docx.open_document":
      return t("bring.fault.other");
    case "docx.not_word":
    case "text.binary":
      return t("bring.fault.foreign");
    case "docx.no_content":
      return t("bring.fault.nothing");
    case "lost":
      return t("bring.fault.lost");
    default:
      return t("bring.fault.damaged");
  }
}
