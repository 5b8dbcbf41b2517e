import { ExchangeFault } from "@twiza/exchange/archive";
import { t } from "../../i18n.svelte.ts";

/** What was thrown while a file was read; one that cannot be read any more is as good as damaged. @throws what is neither */
export function faultOf(error: unknown): ExchangeFault {
  if (error instanceof ExchangeFault) return error;
  if (error instanceof DOMException)
    return new ExchangeFault("zip.truncated", {}, { cause: error });
  throw error;
}

/** Why a file is no course that can be brought in. */
export function refusalOf({ code, detail }: ExchangeFault): string {
  switch (code) {
    case "file.empty":
      return t("making.fault.empty");
    case "file.too_large":
    case "zip.too_large":
    case "zip.too_many":
      return t("making.fault.large");
    case "archive.foreign":
      return t("making.fault.foreign");
    case "archive.newer":
      return t("making.fault.newer", { format: Number(detail["format"]) });
    case "archive.broken":
      return t("making.fault.broken", { name: String(detail["name"]) });
    case "archive.language":
      return t("making.fault.language", { language: String(detail["language"]) });
    default:
      return t("making.fault.damaged");
  }
}
