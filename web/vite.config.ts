import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import adapter from "@sveltejs/adapter-static";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";
import { fonts } from "./scripts/fonts.ts";

/** Kit hashes the scripts it writes itself; the one in app.html, which sets language and theme before first paint, is ours to name. */
const bootHash = (): `sha256-${string}` => {
  const page = readFileSync(new URL("src/app.html", import.meta.url), "utf8");
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
};

export default defineConfig({
  // Kit reads the config again in a child process, which knows no other way where the site is.
  root: import.meta.dirname,
  plugins: [
    fonts(),
    sveltekit({
      adapter: adapter({ fallback: "200.html", precompress: true }),
      csp: {
        mode: "hash",
        directives: {
          "default-src": ["none"],
          "script-src": ["self", bootHash()],
          "style-src": ["self"],
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
  build: { manifest: true },
});
