import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import adapter from "@sveltejs/adapter-static";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";
import { writeAhead } from "./scripts/ahead.ts";
import { writeTemplate } from "./scripts/boot.ts";
import { brief } from "./scripts/brief.ts";
import { groups } from "./scripts/chunks.ts";
import { fonts } from "./scripts/fonts.ts";
import { hint } from "./scripts/hint.ts";
import { icons } from "./scripts/icons.ts";
import { inlineStyles, strip } from "./scripts/inline.ts";
import { scope } from "./scripts/scope.ts";
import { shell } from "./scripts/shell-files.ts";
import { slim } from "./scripts/slim.ts";
import { squeeze } from "./scripts/squeeze.ts";
import { together } from "./scripts/together.ts";
import { unserved } from "./scripts/unserved.ts";
import { writeWidget } from "./scripts/widget.ts";

/**
 * The version of the site is what it is made of, not the moment of the build: the same sources make the same site,
 * and a phone looks for a newer one only when there is one.
 */
const version = (): string => {
  const hash = createHash("sha256");
  const sources = [
    "{src,static,scripts}/**/*.*",
    "*.ts",
    "../packages/{client,contract,credential,exchange,messages}/{src,dist}/**/*.*",
    "../pnpm-lock.yaml",
  ];
  // What an earlier build has left would make a second build another version.
  const exclude = ["**/generated", "static/fonts", "static/icons", "static/check", "src/app.html"];
  const files = globSync(sources, { cwd: import.meta.dirname, exclude }).sort();
  for (const file of files.map((each) => new URL(each, import.meta.url)))
    if (statSync(file).isFile()) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
};
const name = version();
const bootHash = writeTemplate();
writeWidget();
const site = adapter({
  // Absolute: the adapter would otherwise write beside whoever runs the build, and the server would show an older site.
  pages: `${import.meta.dirname}/build`,
  fallback: "200.html",
  precompress: true,
});

export default defineConfig({
  // Kit reads the config again in a child process, which knows no other way where the site is.
  root: import.meta.dirname,
  plugins: [
    fonts(),
    icons(),
    slim(),
    shell(name),
    together(),
    brief(),
    squeeze(),
    unserved(),
    hint(),
    sveltekit({
      // No component of ours is of the old kind; saying so leaves Svelte 4 out of the bundle.
      compilerOptions: { runes: true, discloseVersion: false, cssHash: scope },
      adapter: {
        ...site,
        adapt: (builder) =>
          site.adapt({
            ...builder,
            writePrerendered: (folder) => {
              const written = builder.writePrerendered(folder);
              inlineStyles(folder);
              strip(folder);
              return written;
            },
            generateFallback: async (file) => {
              await builder.generateFallback(file);
              writeAhead(file);
            },
          }),
      },
      version: { name },
      // A page that says there is no network is shown at whatever address was asked for.
      paths: { relative: false },
      csp: {
        mode: "hash",
        directives: {
          "default-src": ["none"],
          // Kit hashes the scripts it writes itself; the boot is ours to name.
          "script-src": ["self", bootHash],
          "style-src": ["self"],
          // The one style attribute there is: Kit hides its announcer of page titles with it.
          "style-src-attr": [
            "unsafe-hashes",
            "sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=",
          ],
          "img-src": ["self", "data:", "blob:"],
          "media-src": ["self", "blob:"],
          "font-src": ["self"],
          "connect-src": ["self"],
          "manifest-src": ["self"],
          "worker-src": ["self"],
          "form-action": ["self"],
          "base-uri": ["none"],
        },
      },
    }),
  ],
  environments: {
    client: {
      build: {
        modulePreload: {
          polyfill: false,
          // Pages come with all that they import at once, but for what is always here. What a tap brings finds most of it here too:
          // naming it again costs every page.
          resolveDependencies: (file, needed) =>
            needed.filter((one) =>
              file.includes("/nodes/")
                ? !/\/(?:entry|nodes)\/.*js$/.test(one)
                : !one.endsWith(".js"),
            ),
        },
        rolldownOptions: {
          // An entry may lend to others what it holds; otherwise each group would take along all that it imports.
          preserveEntrySignatures: "allow-extension",
          output: { codeSplitting: { includeDependenciesRecursively: false, groups } },
        },
      },
    },
  },
});
