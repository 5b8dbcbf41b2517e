import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { brotli, type Language, pathOf, readManifest, routes } from "../../web/scripts/graph.ts";
import { shellFiles } from "../../web/scripts/shell-files.ts";
import { weigh } from "../../web/scripts/weigh.ts";
import { roomOf } from "../../web/src/lib/room.ts";

const KIB = 1024;
const LANGUAGES = ["ar", "fr", "zgh", "en"] as const satisfies readonly Language[];
const site = new URL("../../web/build/", import.meta.url);
const worker = readFileSync(new URL("service-worker.js", site), "utf8");
const files = shellFiles();
const keptIn = (language: Language) => [
  ...files.core,
  ...files.rest,
  ...files.sentences[language],
  ...files.fonts[language],
];
/** The file behind an address. */
const fileAt = (address: string): URL =>
  new URL(`.${address.endsWith("/") ? `${address}index.html` : address}`, site);
const weightOf = (address: string): number => {
  const bytes = readFileSync(fileAt(address));
  return address.endsWith(".woff2") ? bytes.length : brotli(bytes);
};

/** Files that some page of the office fetches and no page of a learner does. */
function officeFiles(): readonly string[] {
  const manifest = readManifest();
  const filesOf = (route: string) =>
    [...weigh(route).chunks].flatMap((chunk) =>
      Object.entries(manifest).flatMap(([key, { file, name, src }]) =>
        [src, name, key].includes(chunk) ? [`/${file}`] : [],
      ),
    );
  const of = (office: boolean) =>
    [...routes().keys()].filter((route) => (roomOf(pathOf(route)) === "office") === office);
  // What she uses now and then is hers as well, though the gallery of components shows it at once.
  const learner = new Set([...of(false).flatMap(filesOf), ...files.used]);
  return [...new Set(of(true).flatMap(filesOf))].filter((file) => !learner.has(file));
}

describe("what the phone keeps of the app", () => {
  it.each(LANGUAGES)("weighs at most 150 KiB in %s, its page and fonts among it", (language) => {
    const bytes = keptIn(language).reduce((sum, address) => sum + weightOf(address), 0);
    expect(bytes).toBeGreaterThan(60 * KIB);
    expect(bytes).toBeLessThanOrEqual(150 * KIB);
    // What the page says of it leaves out the few pages that are written last.
    expect(Math.abs(bytes - files.bytes[language])).toBeLessThan(12 * KIB);
  });

  it("weighs at most 18 KiB more where a course is kept, whose lessons may have rarer blocks and questions", () => {
    for (const language of LANGUAGES) {
      const more = files.courses[language];
      expect(more.length).toBeGreaterThan(2);
      expect(more.reduce((sum, address) => sum + weightOf(address), 0)).toBeLessThanOrEqual(
        18 * KIB,
      );
    }
  });

  it("holds nothing of the office: no page, no chunk, no sentence", () => {
    const office = officeFiles();
    expect(office.length).toBeGreaterThan(10);
    expect(office.filter((file) => worker.includes(file))).toEqual([]);
    const sentences = Object.values(readManifest())
      .filter(({ src }) => src?.includes("catalogue-office"))
      .map(({ file }) => file);
    expect(sentences.length).toBe(LANGUAGES.length);
    expect(sentences.filter((file) => worker.includes(file))).toEqual([]);
  });

  it("is in the site, file by file, and each of them is named in the worker", () => {
    for (const address of LANGUAGES.flatMap(keptIn)) {
      expect(existsSync(fileAt(address)), address).toBe(true);
      expect(worker).toContain(address);
    }
  });

  it("holds all that any page of a learner fetches by itself, in each language", () => {
    const manifest = readManifest();
    const learner = [...routes().keys()].filter((route) => route.startsWith("/(learner)/"));
    for (const language of LANGUAGES)
      for (const route of learner)
        for (const chunk of weigh(route, language).chunks) {
          const { file = "" } =
            Object.values(manifest).find(({ src, name }) => src === chunk || name === chunk) ?? {};
          if (file) expect(keptIn(language), `${route}: ${chunk}`).toContain(`/${file}`);
        }
  });

  it("is kept by a worker of at most 6 KiB", () => {
    expect(brotli(Buffer.from(worker))).toBeLessThanOrEqual(6 * KIB);
  });
});
