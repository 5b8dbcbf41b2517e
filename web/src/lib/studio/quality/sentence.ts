import type { Finding } from "@twiza/contract";
import { t } from "#lib";

/** What was found, in the reader's language. */
export function sentenceOf({ code, figure = 0, most = 0, language }: Finding): string {
  switch (code) {
    case "twin_options":
    case "no_voice":
    case "not_heard":
    case "dead_link":
    case "no_captions":
    case "competency_gone":
      return t(`quality.${code}`);
    case "long_paragraph":
    case "long_sentence":
    case "heavy_picture":
    case "heavy_module":
    case "heavy_video":
      return t(`quality.${code}`, { figure, most });
    case "hard_to_read": {
      const isAverage = language === "ar" || language === "zgh";
      return isAverage
        ? t("quality.hard_to_read.average", { figure, most })
        : t("quality.hard_to_read", { figure, most });
    }
    default:
      return t(`studio.fault.${code}`);
  }
}
