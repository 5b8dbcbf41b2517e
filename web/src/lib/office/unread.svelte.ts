import { call } from "../api.ts";
import { t } from "../i18n.svelte.ts";
import { isProblem } from "../problem.ts";
import type { Section } from "./sections.ts";

let count = $state(0);

/** How much of what colleagues have said to her she has not read yet. */
export const unread = {
  get count(): number {
    return count;
  },
  hear(now: number): void {
    count = now;
  },
  /** What is known stays when the network fails. */
  async ask(): Promise<void> {
    try {
      count = (await call("countNotices")).unread;
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
    }
  },
  /** What a room is called, with how much waits in it. */
  wordOf: (key: Section["key"]): string =>
    key === "office.forYou" && count > 0 ? t("office.forYou.count", { count }) : t(key),
};
