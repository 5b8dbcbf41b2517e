import { kept } from "../lib/kept.ts";
import { isThrifty } from "../lib/thrift.ts";

/** Languages that somebody's browser may ask for, and ours that serves them. */
const KNOWN: Readonly<Record<string, string>> = {
  ar: "ar",
  fr: "fr",
  en: "en",
  zgh: "zgh",
  tzm: "zgh",
  shi: "zgh",
  rif: "zgh",
  ber: "zgh",
};
const PAPER = { light: "#faf6ef", dark: "#14181b" } as const;

/** Language, theme, thrift and size of letters stand before the first paint, so that nothing flashes. */
export function setLook(root: HTMLElement): void {
  // Whoever is known on this phone already needs no welcome.
  const door = kept("door");
  if (location.pathname === "/" && (door === "/courses" || door === "/office"))
    location.replace(door);
  const language = languageFor([
    new URLSearchParams(location.search).get("lang") ?? "",
    kept("language"),
    ...navigator.languages,
  ]);
  root.lang = language;
  root.dir = language === "ar" ? "rtl" : "ltr";
  say("link[rel=manifest]", "href", `/manifest-${language}.webmanifest`);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = (): void => {
    const theme = kept("theme");
    const shown = theme === "dark" || (theme !== "light" && dark.matches) ? "dark" : "light";
    root.dataset["theme"] = shown;
    say("meta[name=theme-color]", "content", PAPER[shown]);
  };
  paint();
  dark.addEventListener("change", paint);
  root.classList.toggle("thrifty", isThrifty());
  const size = kept("text");
  if (size === "large" || size === "larger") root.dataset["text"] = size;
}

const languageFor = (asked: readonly string[]): string =>
  asked
    .map((tag) => KNOWN[tag.toLowerCase().split("-")[0] ?? ""])
    .find((known) => known !== undefined) ?? "ar";

const say = (element: string, attribute: string, value: string): void =>
  document.querySelector(element)?.setAttribute(attribute, value);
