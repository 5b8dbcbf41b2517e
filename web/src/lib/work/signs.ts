import type { Here, Known } from "@twiza/client/work";
import type { IconName } from "../components/icons.ts";

/** Beside its word, so that whoever does not read sees how far it is. */
export const SIGNS: Readonly<
  Record<Here | Known, { icon: IconName; tone: "plain" | "good" | "warn" }>
> = {
  none: { icon: "list", tone: "plain" },
  refused: { icon: "warning", tone: "warn" },
  begun: { icon: "example", tone: "plain" },
  unsent: { icon: "send", tone: "warn" },
  sent: { icon: "check", tone: "plain" },
  waiting: { icon: "wait", tone: "plain" },
  marking: { icon: "person", tone: "plain" },
  passed: { icon: "check", tone: "good" },
  not_passed: { icon: "retry", tone: "warn" },
};

/** Strokes on a 24 × 24 grid, as those of `components/icons.ts`, for what only work is made of. */
export const STROKES = {
  text: "M5 5h14M5 10h14M5 15h14M5 20h8",
  photo: "M4 8h4l2-3h4l2 3h4v11H4zM16 13a4 4 0 1 1-8 0 4 4 0 0 1 8 0z",
  voice: "M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v4",
  video: "M3 6h12v12H3zM15 10l6-3v10l-6-3",
  file: "M6 2h8l5 5v15H6zM14 2v5h5M9 13h7M9 17h7",
} as const;
