import { keep, kept } from "./kept.ts";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const stored = (): Theme => {
  const text = typeof localStorage === "undefined" ? "" : kept("theme");
  return text === "light" || text === "dark" ? text : "auto";
};
let chosen = $state<Theme>(stored());

/** Light, dark, or as the phone has it. The boot applies it before the first paint. */
export const theme = {
  get chosen(): Theme {
    return chosen;
  },
  choose(wanted: Theme): void {
    chosen = wanted;
    keep("theme", wanted === "auto" ? "" : wanted);
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset["theme"] =
      wanted === "auto" ? (dark ? "dark" : "light") : wanted;
    // The phone's own bar above the page has the page's colour.
    const { backgroundColor } = getComputedStyle(document.documentElement);
    document.querySelector("meta[name=theme-color]")?.setAttribute("content", backgroundColor);
  },
};
