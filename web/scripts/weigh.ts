import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** What a route makes a phone fetch before it can show anything, in bytes of brotli: entries, static imports, styles. */
export type Weight = { readonly js: number; readonly css: number; readonly requests: number };
type Chunk = {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

const client = new URL("../.svelte-kit/output/client/", import.meta.url);
const generated = new URL("../.svelte-kit/generated/build/client-optimized/", import.meta.url);

const readManifest = (): Manifest =>
  // Vite wrote it a moment ago; its shape is Vite's promise.
  JSON.parse(readFileSync(new URL(".vite/manifest.json", client), "utf8")) as Manifest;

/** The routes of the build, each with the numbers of its nodes: layouts, then the page. */
export function routes(): ReadonlyMap<string, readonly number[]> {
  const app = readFileSync(new URL("app.js", generated), "utf8");
  const table = /export const dictionary = (\{[\s\S]*?\});/.exec(app)?.[1] ?? "{}";
  const found = [...table.matchAll(/"([^"]+)": \[~?(\d+)(?:,\[([\d,]*)\])?/g)];
  return new Map(
    found.map(([, route = "", page = "", layouts = ""]) => [
      route,
      [0, 1, ...layouts.split(",").filter(Boolean).map(Number), Number(page)],
    ]),
  );
}

/** The weight of nodes together with everything that every page loads and one language's messages. */
export function weigh(nodes: readonly number[], language = "ar"): Weight {
  const manifest = readManifest();
  const files = new Set<string>();
  const styles = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  const always = /runtime\/client\/(?:entry|payload|client-entry)\.js$|client-optimized\/app\.js$/;
  const messages = `src/lib/catalogue/${language}.ts`;
  for (const key of Object.keys(manifest))
    if (always.test(key) || key.endsWith(messages)) visit(key);
  for (const node of nodes) visit(`.svelte-kit/generated/build/client-optimized/nodes/${node}.js`);
  return { js: sum(files), css: sum(styles), requests: files.size + styles.size };
}

const sum = (files: ReadonlySet<string>): number =>
  [...files].reduce((bytes, file) => bytes + brotli(readFileSync(new URL(file, client))), 0);

const brotli = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

if (import.meta.main) {
  const kib = (bytes: number): string => (bytes / 1024).toFixed(1).padStart(6);
  console.log("   JS    CSS  requests  route (KiB, brotli)");
  for (const [route, nodes] of routes()) {
    const { js, css, requests } = weigh(nodes);
    console.log(`${kib(js)} ${kib(css)} ${String(requests).padStart(5)}     ${route}`);
  }
}
