import { fileURLToPath } from "node:url";
import { build, type BuildOptions, context, type Metafile, type Plugin } from "esbuild";
import { canonicalInWebCrypto } from "./canonical-in-web-crypto.ts";
import { noJsonSchema } from "./no-json-schema.ts";
import { ownOperations } from "./own-operations.ts";
import { ownRefusals } from "./own-refusals.ts";
import { nounsAsked, ownStores } from "./own-stores.ts";
import { sdkSchemas } from "./sdk-schemas.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

export const handlerOf = (name: string): string => `${here}src/${name}/handler.ts`;

export type Bundled = {
  readonly name: string;
  readonly code: Uint8Array;
  readonly map: Uint8Array;
  readonly metafile: Metafile;
};

/** The same for a first look and for what is kept. */
const SHARED = {
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  metafile: true,
  write: false,
  logLevel: "silent",
} as const satisfies BuildOptions;

/** A plugin for the function whose turn it is: it is asked anew for each bundle. */
type Turn = { name: string };

/**
 * Bundles one function after the other in one context of esbuild, which so parses the AWS SDK once and not twenty times: only what a
 * plugin makes of a file for this function is parsed again.
 */
export async function openBundler(names: readonly string[]) {
  const asked = await firstLook(names);
  const turn: Turn = { name: "" };
  const nameOf = () => turn.name;
  const kept = await context({
    ...SHARED,
    entryPoints: [ENTRY],
    // Wherever it is laid, as deep as this: its source map names our sources from there.
    outfile: `${here}dist/function/index.mjs`,
    // The SDK's ES modules shake; its CommonJS twins do not, and would ask for `require`.
    mainFields: ["module", "main"],
    conditions: ["module", "import"],
    alias: {
      "@aws-sdk/credential-provider-node": `${here}src/lambda-credentials.ts`,
      "@aws-sdk/endpoint-cache": `${here}src/lambda-endpoints.ts`,
    },
    plugins: [
      entryOf(nameOf),
      sdkSchemas,
      noJsonSchema,
      canonicalInWebCrypto,
      ownOperations(nameOf),
      ownRefusals(nameOf),
      ownStores(() => nounsOf(asked, turn.name)),
    ],
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
  return {
    async bundle(name: string): Promise<Bundled> {
      turn.name = name;
      const { metafile, outputFiles } = await kept.rebuild();
      const [code, map] = [".mjs", ".map"].map((end) =>
        outputFiles.find(({ path }) => path.endsWith(end)),
      );
      if (!code || !map) throw new Error(`esbuild wrote no code for ${name}.`);
      return { name, code: code.contents, map: map.contents, metafile };
    },
    close: () => kept.dispose(),
  };
}

const ENTRY = "the function whose turn it is";

const entryOf = (nameOf: () => string): Plugin => ({
  name: "entry",
  setup: (build) => {
    build.onResolve({ filter: new RegExp(`^${ENTRY}$`) }, () => ({ path: handlerOf(nameOf()) }));
  },
});

function nounsOf(asked: ReadonlyMap<string, ReadonlySet<string>>, name: string) {
  const nouns = asked.get(name);
  if (!nouns) throw new Error(`${name} was not looked at first.`);
  return nouns;
}

/** Of what others have made none asks our store: what is ours is bundled without it, for all functions at once. */
const ourOwn: Plugin = {
  name: "our-own",
  setup: (build) => {
    build.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith("@twiza/") ? undefined : { path, external: true },
    );
  },
};

/** Which nouns each function asks the store for. */
async function firstLook(names: readonly string[]): Promise<Map<string, Set<string>>> {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: names.map((name) => ({ in: handlerOf(name), out: name })),
    outdir: `${here}dist`,
    plugins: [ourOwn],
  });
  const looked = names.map(async (name) => {
    const output = metafile.outputs[`dist/${name}.js`];
    if (!output) throw new Error(`esbuild said nothing of ${name}.`);
    return [name, await nounsAsked(output, here)] as const;
  });
  return new Map(await Promise.all(looked));
}
