import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { FONT_FILES, NATIVE_FILE, RASTER_FILE, TEMPLATE_FILES } from "@twiza/paper/files";
import { inPackage as paperFile, nativeOfCloud } from "@twiza/paper/in-package";
import { inPackage } from "@twiza/platform/pictures/in-package";
import { WASM_FILES } from "@twiza/platform/pictures/wasm-files";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { canonicalInWebCrypto } from "./canonical-in-web-crypto.ts";
import { noJsonSchema } from "./no-json-schema.ts";
import { ownOperations } from "./own-operations.ts";
import { ownRefusals } from "./own-refusals.ts";
import { nounsAsked, ownStores } from "./own-stores.ts";
import { sdkSchemas } from "./sdk-schemas.ts";
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
  return Promise.all(
    manifests.map(async (manifest) => {
      const folder = artefactFolder(manifest.name, dist);
      const made = await bundle(manifest.name, folder);
      if ("uploads" in manifest || "papers" in manifest) await layCodecs(folder);
      if ("papers" in manifest) await layPaper(folder);
      return made;
    }),
  );
}

/** Lays the codecs beside the bundle, JavaScript and machine code: they are read only when a picture comes. */
async function layCodecs(folder: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(import.meta.resolve("@twiza/platform/pictures/codecs"))],
    outfile: `${folder}/codecs.mjs`,
    bundle: true,
    minify: true,
    lineLimit: 500,
    format: "esm",
    platform: "node",
    target: "node24",
    legalComments: "none",
    logLevel: "silent",
  });
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

const handlerOf = (name: string): string => `${here}src/${name}/handler.ts`;

/** The same for a first look and for what is kept. */
const optionsOf = (name: string, plugins: readonly Plugin[]) =>
  ({
    entryPoints: [handlerOf(name)],
    absWorkingDir: here,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // The SDK's ES modules shake; its CommonJS twins do not, and would ask for `require`.
    mainFields: ["module", "main"],
    conditions: ["module", "import"],
    alias: {
      "@aws-sdk/credential-provider-node": `${here}src/lambda-credentials.ts`,
      "@aws-sdk/endpoint-cache": `${here}src/lambda-endpoints.ts`,
    },
    plugins: [
      sdkSchemas,
      noJsonSchema,
      canonicalInWebCrypto,
      ownOperations(name),
      ownRefusals(name),
      ...plugins,
    ],
    metafile: true,
    write: false,
    logLevel: "silent",
  }) as const satisfies BuildOptions;

async function bundle(name: string, folder: string): Promise<Bundle> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const first = await build({ ...optionsOf(name, []), outfile: `${folder}/index.mjs` });
  const asked = await nounsAsked(first.metafile, here);
  const { metafile, outputFiles } = await build({
    ...optionsOf(name, [ownStores(asked)]),
    outfile: `${folder}/index.mjs`,
    minify: true,
    // An error that ends a cold start is printed with its whole line: not with all of the function.
    lineLimit: 500,
    // Arabic and Tifinagh as they are; escaped, each letter would weigh two to three times as much.
    charset: "utf8",
    sourcemap: "linked",
    // Our own lines are named in a trace; their text stays in the repository, where it is versioned.
    sourcesContent: false,
    legalComments: "none",
  });
  await Promise.all(outputFiles.map(({ path, contents }) => writeFile(path, contents)));
  await writeFile(`${folder}/meta.json`, JSON.stringify(metafile));
  const code = outputFiles.find(({ path }) => path.endsWith(".mjs"));
  if (!code) throw new Error(`esbuild wrote no code for ${name}.`);
  return {
    name,
    bytes: code.contents.length,
    gzippedBytes: gzipSync(code.contents).length,
    metafile,
  };
}

/** One line a function: name, size, size on the wire. */
export const sizesOf = (bundles: readonly Bundle[]): string =>
  bundles
    .map(({ name, bytes, gzippedBytes }) => `${name}: ${kb(bytes)} (${kb(gzippedBytes)} gzipped)`)
    .join("\n");

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;

if (import.meta.main) console.log(sizesOf(await buildFunctions()));
