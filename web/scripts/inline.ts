import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path/posix";

const LINK = /<link href="(\/[^"]+\.css)" rel="stylesheet">/g;
/** What a sheet names beside itself, such as its fonts. */
const BESIDE = /url\((?:\.\/)?([\w.-]+)\)/g;

/** The marks by which a script of Svelte's finds its way through a page, and the room before a line, but not before a script's end. */
const NEEDLESS = /<!--(?:\[-?\d*|\])?-->|(?<=\n)\s+(?=<(?!\/script))/g;

/** Makes the page that says there is no network smaller: it has no such script, and lies on every phone. */
export function strip(site: string): void {
  const file = `${site}/offline.html`;
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(NEEDLESS, ""));
}

/**
 * Writes into the welcome the style that it links to: on a slow network the sheets are a trip of their own, and somebody who has never
 * been here looks at nothing meanwhile. Other pages share their sheets with the app, which fetches them once and keeps them.
 * @throws Error when the welcome links to none, since then the build has changed and this does nothing
 */
export function inlineStyles(site: string): void {
  const file = `${site}/index.html`;
  const html = readFileSync(file, "utf8");
  const links = [...html.matchAll(LINK)];
  if (links.length === 0)
    throw new Error("The welcome links to no style: review web/scripts/inline.ts.");
  const style = links
    .map(([, address = ""]) => {
      const sheet = readFileSync(site + address, "utf8");
      return sheet.replaceAll(BESIDE, `url(${dirname(address)}/$1)`);
    })
    .join("\n");
  const hash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
  const [first = ""] = links.map(([link]) => link);
  writeFileSync(
    file,
    html
      .replace(first, () => `<style>${style}</style>`)
      .replaceAll(LINK, "")
      .replace("style-src 'self'", () => `style-src 'self' ${hash}`),
  );
}
