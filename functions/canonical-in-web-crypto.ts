import type { Plugin } from "esbuild";

const HELPERS: Readonly<Record<string, string>> = {
  "./MessageDigest": "./MessageDigest-webcrypto.js",
  "./platform": "./platform-browser.js",
};

/**
 * Takes of `rdf-canonize` the two files that it has for browsers, by its own list: those for Node are of the older kind and ask for
 * `require`, which an ES module has not. Node has had WebCrypto for long.
 */
export const canonicalInWebCrypto: Plugin = {
  name: "canonical-in-web-crypto",
  setup: (build) => {
    build.onResolve({ filter: /^\.\/(MessageDigest|platform)$/ }, ({ path, importer, ...of }) =>
      importer.includes("/rdf-canonize/lib/")
        ? build.resolve(HELPERS[path] ?? path, {
            importer,
            kind: of.kind,
            resolveDir: of.resolveDir,
          })
        : undefined,
    );
  },
};
