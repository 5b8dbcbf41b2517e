import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { noJsonSchema } from "./no-json-schema.ts";

const ENTRY = `
import * as z from "zod";
const Thing = z.strictObject({ name: z.string().min(2), sizes: z.array(z.union([z.int(), z.literal("none")])) });
export const parsed = (value) => Thing.safeParse(value).success;
export const standard = async (value) => (await Thing["~standard"].validate(value)).issues?.length ?? 0;
export const written = () => Thing.toJSONSchema();`;

it("zod parses as ever without its JSON Schema, is a sixth smaller, and says what is missing to whoever asks for it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "twiza-zod-"));
  const bundle = (outfile: string, plugins: (typeof noJsonSchema)[]) =>
    build({
      stdin: { contents: ENTRY, resolveDir: import.meta.dirname },
      outfile,
      plugins,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "node",
      logLevel: "silent",
    });
  const [whole, shaken] = [join(folder, "whole.mjs"), join(folder, "shaken.mjs")];
  await Promise.all([bundle(whole, []), bundle(shaken, [noJsonSchema])]);
  const share = readFileSync(shaken).length / readFileSync(whole).length;
  expect(share).toBeLessThan(0.85);
  const it = (await import(pathToFileURL(shaken).href)) as {
    parsed: (value: unknown) => boolean;
    standard: (value: unknown) => Promise<number>;
    written: () => unknown;
  };
  expect(it.parsed({ name: "tea", sizes: [1, "none"] })).toBe(true);
  expect(it.parsed({ name: "t", sizes: ["some"] })).toBe(false);
  expect(await it.standard({ name: "t", sizes: [] })).toBe(1);
  expect(it.written).toThrow("no JSON Schema in a function");
});
