import { step } from "./progress.ts";
import { must } from "./run.ts";
import { ensure, type Target } from "./stamp.ts";

/** Everything that is built, in the order in which one needs another. */
const targets: readonly Target[] = [
  {
    name: "messages",
    inputs: ["packages/messages/*.json", "packages/messages/*.ts", "packages/messages/src/**/*"],
    output: "packages/messages/dist",
    build: () => must("node", ["packages/messages/compile.ts"]),
  },
  {
    name: "web",
    inputs: [
      "web/src/**/*",
      "web/scripts/**/*",
      "web/static/**/*",
      "web/*.{ts,json}",
      "packages/{client,contract,credential,exchange,log,messages}/src/**/*",
      "packages/messages/*.json",
    ],
    output: "web/build/200.html",
    build: () => must("vite", ["build", "--logLevel", "warn"], "web"),
  },
  {
    name: "documentation",
    inputs: [
      "packages/contract/src/**/*",
      "packages/messages/refusal.en.json",
      "scripts/openapi/**/*",
    ],
    output: "web/build/docs/api/index.html",
    build: () => must("node", ["scripts/openapi/write.ts"]),
  },
  {
    name: "functions",
    inputs: [
      "functions/**/*.ts",
      "packages/{contract,core,log,storage,platform,credential}/src/**/*.ts",
      "packages/messages/*.json",
    ],
    output: "functions/dist",
    build: () => must("node", ["functions/build.ts"]),
  },
];

/** What there is to build, by name. */
export const TARGETS: readonly string[] = targets.map(({ name }) => name);

/** Builds what has changed, saying so. `names` limits it, for a server that needs no Lambda bundles. */
export async function buildAll(names: readonly string[] = TARGETS): Promise<void> {
  for (const target of targets.filter(({ name }) => names.includes(name))) {
    await step(`build ${target.name}`, () => ensure(target));
  }
}

if (import.meta.main) {
  const names = process.argv.slice(2);
  await buildAll(names.length > 0 ? names : undefined);
}
