import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { LANGUAGES } from "@twiza/contract/where";
import { messages } from "@twiza/messages/welcome";
import { buildSync } from "esbuild";

const source = new URL("../src/", import.meta.url);

/**
 * Writes the boot into the page's template: it must run before anything is fetched, so it is no file of its own.
 * @returns the hash by which the pages' policy knows the script
 */
export function writeTemplate(): `sha256-${string}` {
  const built = buildSync({
    entryPoints: [new URL("boot/index.ts", source).pathname],
    bundle: true,
    minify: true,
    format: "iife",
    // As old as anything that runs the rest.
    target: "es2020",
    write: false,
  });
  const script = (built.outputFiles[0]?.text ?? "").trim();
  const page = readFileSync(new URL("boot/page.html", source), "utf8");
  // Whoever finds the site by searching reads what it is: no page knows her language yet.
  const said = LANGUAGES.map((language) => messages[language]["welcome.title"]()).join(" · ");
  // Where Kit looks for it.
  writeFileSync(
    new URL("app.html", source),
    page.replace("%boot%", () => script).replace("%description%", said),
  );
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
}
