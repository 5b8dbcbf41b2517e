import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { FONT_FILES, NATIVE_FILE, RASTER_FILE, TEMPLATE_FILES } from "@twiza/paper/files";
import { inPackage as paperFile, nativeOfCloud } from "@twiza/paper/in-package";
import { inPackage } from "@twiza/platform/pictures/in-package";
import { WASM_FILES } from "@twiza/platform/pictures/wasm-files";
import { build, type Metafile } from "esbuild";
import { type Bundled, handlerOf, openBundler } from "./bundler.ts";
import { manifests } from "./src/manifests.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Where artefacts go unless a caller wants them elsewhere. */
const DIST = `${here}dist`;

/** Where the artefact of a function lies: `index.mjs`, its source map and `meta.json`. */
export const artefactFolder = (name: string, dist: string = DIST): string => `${dist}/${name}`;

export type Bundle = {
  readonly name: string;
  readonly bytes: number;
  readonly gzippedBytes: number;
  readonly metafile: Metafile;
};

/**
 * Bundles each handler into one minified ES module with everything in it, the AWS SDK too, so that what was tested is what
 * runs. Fails by name when a manifest has no handler.
 */
export async function buildFunctions(dist: string = DIST): Promise<readonly Bundle[]> {
  const missing = manifests.filter(({ name }) => !existsSync(handlerOf(name)));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => `functions/src/${name}/handler.ts`);
    throw new Error(`A manifest has no handler: ${names.join(", ")}.`);
  }
  const bundler = await openBundler(manifests.map(({ name }) => name));
  try {
    const bundles: Bundle[] = [];
    for (const { name } of manifests)
      bundles.push(await lay(await bundler.bundle(name), artefactFolder(name, dist)));
    await layBeside(dist);
    return bundles;
  } finally {
    await bundler.close();
  }
}

async function lay({ name, code, map, metafile }: Bundled, folder: string): Promise<Bundle> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/index.mjs`, code);
  await writeFile(`${folder}/index.mjs.map`, map);
  await writeFile(`${folder}/meta.json`, JSON.stringify(metafile));
  return { name, bytes: code.length, gzippedBytes: gzipSync(code).length, metafile };
}

async function layBeside(dist: string): Promise<void> {
  const codecs = await codecsInOne();
  for (const manifest of manifests) {
    const folder = artefactFolder(manifest.name, dist);
    if ("uploads" in manifest || "papers" in manifest) await layCodecs(codecs, folder);
    if ("papers" in manifest) await layPaper(folder);
  }
}

/** The codecs' JavaScript, the same for whoever reads pictures. */
async function codecsInOne(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(import.meta.resolve("@twiza/platform/pictures/codecs"))],
    write: false,
    bundle: true,
    minify: true,
    lineLimit: 500,
    format: "esm",
    platform: "node",
    target: "node24",
    legalComments: "none",
    logLevel: "silent",
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild wrote no code for the codecs.");
  return file.contents;
}

/** Lays the codecs beside the bundle, JavaScript and machine code: they are read only when a picture comes. */
async function layCodecs(code: Uint8Array, folder: string): Promise<void> {
  await writeFile(`${folder}/codecs.mjs`, code);
  for (const file of Object.values(WASM_FILES))
    await copyFile(inPackage(file), `${folder}/${basename(file)}`);
}

/**
 * Lays beside the bundle what sets papers. The compiler is there on a computer like the cloud's alone: elsewhere the function goes
 * without, says so by `paper.unavailable`, and is not to be deployed.
 */
async function layPaper(folder: string): Promise<void> {
  for (const file of [...FONT_FILES, ...TEMPLATE_FILES, RASTER_FILE])
    await copyFile(paperFile(file), `${folder}/${basename(file)}`);
  const native = nativeOfCloud();
  if (native) await copyFile(native, `${folder}/${NATIVE_FILE}`);
}

/** One line a function: name, size, size on the wire. */
export const sizesOf = (bundles: readonly Bundle[]): string =>
  bundles
    .map(({ name, bytes, gzippedBytes }) => `${name}: ${kb(bytes)} (${kb(gzippedBytes)} gzipped)`)
    .join("\n");

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;

if (import.meta.main) console.log(sizesOf(await buildFunctions()));
