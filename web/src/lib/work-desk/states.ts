import type { IconName } from "../components/icons.ts";
import type { Line } from "./queue.ts";

/** How far work is, as a sign and a tone beside its word. */
export const LOOKS = {
  waiting: { tone: "warn", icon: "wait" },
  second: { tone: "warn", icon: "people" },
  differs: { tone: "bad", icon: "warning" },
  marked: { tone: "good", icon: "check" },
  replaced: { tone: "plain", icon: "retry" },
} as const satisfies Record<Line["state"], { tone: string; icon: IconName }>;
