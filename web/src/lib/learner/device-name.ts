const SYSTEMS = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["Mac", /Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
] as const;
/** In this order: most browsers also name those they descend from. */
const BROWSERS = [
  ["Edge", /Edg/],
  ["Samsung Internet", /SamsungBrowser/],
  ["Opera", /OPR|Opera/],
  ["Firefox", /Firefox|FxiOS/],
  ["Chrome", /Chrome|CriOS/],
  ["Safari", /Safari/],
] as const;

/** A device as its owner knows it, from what its browser said of itself: `Android · Chrome`. Nothing when it said nothing known. */
export function deviceName(userAgent: string): string | undefined {
  const named = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const parts = [named(SYSTEMS), named(BROWSERS)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" · ") : undefined;
}
