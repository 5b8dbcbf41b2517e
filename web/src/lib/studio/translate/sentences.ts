import { ExchangeFault, type XliffLine } from "@twiza/exchange/xliff";
import { t } from "../../i18n.svelte.ts";

/** Why a text cannot be taken. */
export function sentenceOf({ code, detail }: XliffLine): string {
  switch (code) {
    case "unit.imported":
    case "unit.confirmed":
      return "";
    case "unit.incomplete":
      return t("exchange.unit.incomplete", { done: Number(detail["done"]), all: Number(detail["all"]) }); // prettier-ignore
    case "unit.too_long":
      return t("exchange.unit.too_long", { most: Number(detail["most"]) });
    case "unit.unknown":
      return t("exchange.unit.unknown", { id: String(detail["id"]) });
    default:
      return t(`exchange.${code}`);
  }
}

/** What was thrown while a file was read; one that cannot be read any more is as good as damaged. @throws what is neither */
export function faultOf(error: unknown): ExchangeFault {
  if (error instanceof ExchangeFault) return error;
  if (error instanceof DOMException)
    return new ExchangeFault("xml.malformed", {}, { cause: error });
  throw error;
}

/** Why a whole file was refused. */
export function refusalOf({ code, detail }: ExchangeFault): string {
  switch (code) {
    case "file.empty":
      return t("exchange.fault.empty");
    case "file.too_large":
    case "xml.too_large":
      return t("exchange.fault.large");
    case "xliff.not_xliff":
    case "xml.doctype":
      return t("exchange.fault.foreign");
    case "xliff.version":
      return t("exchange.fault.version");
    case "xliff.languages":
      return t("exchange.fault.languages", { from: String(detail["from"]), to: String(detail["to"]) }); // prettier-ignore
    case "xliff.lesson":
      return t("exchange.fault.lesson");
    default:
      return t("exchange.fault.damaged");
  }
}
