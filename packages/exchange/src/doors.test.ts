import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };

/** What a worker of a browser has, as far as readers may use it: no page, no Node. */
const WORKER = { TextDecoder, TextEncoder, Blob, AbortSignal, DOMException, setTimeout, atob, crypto, performance }; // prettier-ignore

it.each(Object.entries(packageJson.exports))(
  "%s opens in a worker, bundled for browsers",
  async (_, path) => {
    const entry = new URL(`../${path}`, import.meta.url).pathname;
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      platform: "browser",
      format: "iife",
      globalName: "door",
      // What a bundler of pages asks packages for; some answer with the DOM.
      mainFields: ["browser", "module", "main"],
    });
    const code = `${outputFiles[0]?.text ?? ""}; Object.keys(door).length`;
    const names: unknown = runInNewContext(code, { ...WORKER });
    expect(names).toBeGreaterThan(0);
  },
);
