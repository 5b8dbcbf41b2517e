import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import adapter from "@sveltejs/adapter-static";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig, type Plugin } from "vite";
import { fonts } from "./scripts/fonts.ts";

/** Kit hashes the scripts it writes itself; the one in app.html, which sets language and theme before first paint, is ours to name. */
const bootHash = (): `sha256-${string}` => {
  const page = readFileSync(new URL("src/app.html", import.meta.url), "utf8");
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
};

const SHELL = ["Icon", "icons", "languages", "Mark", "Button", "LanguagePicker", "TopBar", "BottomBar", "OfflineStrip", "Toasts", "LocalText", "EmptyState", "ErrorState", "Skeleton"];
const LESSON = ["grade", "number", "AudioPlayer", "BlockRenderer", "Callout", "Feedback", "Field", "FieldFrame", "LessonTable", "NumberAnswer", "Options", "Question", "RadioRow", "RichText", "Steps"];
const components = (names: readonly string[]): string => `lib/(?:components/)?(?:${names.join("|")})\\.`;

/** Kit's client carries along a serialiser that only its server calls: two kilobytes that no phone should pay for. */
const withoutUneval: Plugin = {
  name: "twiza-without-uneval",
  applyToEnvironment: ({ name }) => name === "client",
  transform: (_code, id) =>
    /devalue\/src\/uneval\.js$/.test(id)
      ? `export function uneval() { throw new Error("uneval is for servers"); }`
      : undefined,
};

/** On a slow network a request costs more than a kilobyte: what every page needs comes in one file, what lessons need in another. */
const groups = [
  {
    name: "shell",
    test: new RegExp(
      `packages/(?:contract|messages/src)/|lib/(?:index|i18n|api|problem|session|content|intent|kept|theme|toasts)[.\\w]*\\.ts|${components(SHELL)}`,
    ),
    priority: 2,
  },
  { name: "lesson", test: new RegExp(components(LESSON)), priority: 1 },
];

export default defineConfig({
  // Kit reads the config again in a child process, which knows no other way where the site is.
  root: import.meta.dirname,
  plugins: [
    fonts(),
    withoutUneval,
    sveltekit({
      adapter: adapter({ fallback: "200.html", precompress: true }),
      csp: {
        mode: "hash",
        directives: {
          "default-src": ["none"],
          "script-src": ["self", bootHash()],
          "style-src": ["self"],
          // The one style attribute there is: Kit hides its announcer of page titles with it.
          "style-src-attr": ["unsafe-hashes", "sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo="],
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
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
});
