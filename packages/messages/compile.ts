import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { LANGUAGES } from "@twiza/contract/where";
import { calendarSource } from "./src/calendar.write.ts";
import { declarationOf, moduleOf, serverModuleOf } from "./src/emit.ts";
import { faultsOf } from "./src/faults.ts";
import { parseArea, type Area } from "./src/source.ts";

/**
 * Compiles `<area>.<language>.json` into `dist/`, one module a language, so that a phone fetches only its own.
 * An area with a fault is not written, the others are; then the process ends with 1.
 */
const home = new URL("./", import.meta.url);
const dist = new URL("dist/", home);

/** The areas that have at least one source file. */
export function areasIn(folder: URL): string[] {
  const names = readdirSync(folder).flatMap((file) => {
    const match = /^([a-z-]+)\.(?:ar|fr|zgh|en)\.json$/.exec(file);
    return match?.[1] ? [match[1]] : [];
  });
  return [...new Set(names)].sort();
}

/** Reads the four sources of an area. @throws when one is missing or is no valid ICU MessageFormat. */
export function readArea(folder: URL, area: string): Area {
  const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  return parseArea((language) => read(`${area}.${language}.json`));
}

function writeArea(name: string): readonly string[] {
  const area = readArea(home, name);
  const faults = faultsOf(area);
  if (faults.length > 0) return faults.map((fault) => `${name}: ${fault}`);
  const write = (file: string, source: string): void => writeFileSync(new URL(file, dist), source);
  const declaration = declarationOf(area);
  for (const language of LANGUAGES) {
    write(`${name}.${language}.js`, moduleOf(area, language));
    write(`${name}.${language}.d.ts`, `${declaration}export declare const messages: Messages;\n`);
  }
  write(`${name}.js`, serverModuleOf(name));
  write(
    `${name}.d.ts`,
    `${declaration}export declare const messages: Readonly<Record<"ar" | "fr" | "zgh" | "en", Messages>>;\n`,
  );
  return [];
}

/** Compiles everything; returns what is wrong, one line a fault. */
function compile(): readonly string[] {
  mkdirSync(dist, { recursive: true });
  return areasIn(home).flatMap((name) => {
    try {
      return writeArea(name);
    } catch (cause) {
      return [`${name}: ${cause instanceof Error ? cause.message : String(cause)}`];
    }
  });
}

if (import.meta.main) {
  if (process.argv.includes("--calendar")) {
    writeFileSync(new URL("src/calendar.ts", home), calendarSource());
  }
  const faults = compile();
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
