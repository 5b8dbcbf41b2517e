import * as format from "@twiza/messages/format";
import { i18n, showNumber } from "./i18n.svelte.ts";

/** Numbers, dates and sizes in the reader's language. */
export const show = {
  number: showNumber,
  percent: (percent: number) => format.formatPercent(percent, i18n.language),
  bytes: (bytes: number) => format.formatBytes(bytes, i18n.language),
  minutes: (minutes: number) => format.formatMinutes(minutes, i18n.language),
  date: (instant: string) => format.formatDate(instant, i18n.language),
  moment: (instant: string) => format.formatMoment(instant, i18n.language),
  day: (day: string) => format.formatDay(day, i18n.language),
};
