import { svelte } from "@sveltejs/vite-plugin-svelte";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { isWhole } from "./tests/house/depth.ts";

/** The longest first, as far as anybody knows before the first run: else one of them goes on alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number =>
      Number(/\/browser\/(?:pages-|carried|soak)/.test(moduleId));
    return (await super.sort(files)).sort((a, b) => isLong(b) - isLong(a));
  }
}

/** Ways that are long or rare: they are gone by `npm test -- --whole`, before a change lands. */
const FURTHER = "**/*.further.test.ts";
const NOT_OURS = configDefaults.exclude;
/** What a suite leaves out. The browser's further ways are a suite of their own, so that one of them can be gone by name. */
const exclude = isWhole ? NOT_OURS : [...NOT_OURS, FURTHER];

/** Node reads our TypeScript by itself, as it does when it serves: a suite takes a tenth to a quarter less than through Vite. */
const NATIVE = { viteModuleRunner: false, nodeLoader: false };

/** Room for what lives briefly: a request and its reply are gone before anybody looks through it. A seventh of the time was cleaning. */
const ROOMY = ["--min-semi-space-size=16", "--max-semi-space-size=64"];

const inBrowser = {
  include: ["tests/browser/**/*.test.ts"],
  globalSetup: "tests/browser/unpacked.ts",
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // As long as Playwright waits for what it taps: a second, Vitest's own, is too short for a page beside two others.
  expect: { poll: { timeout: 30_000 } },
  // At a desk the other suites take as long: a third browser would only make all of them wait.
  maxWorkers: isWhole ? 3 : 2,
  // Browsers and other suites on two processors: what comes late once is looked at again, and is told. What is broken fails twice.
  retry: 1,
};

/** Unit tests beside the code and the suites under `tests/`; the browser suite has its own project because it needs the built site. */
export default defineConfig({
  test: {
    // Files share their imports: nothing of ours is changed by being imported, and the suites take half the time.
    isolate: false,
    experimental: NATIVE,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          exclude,
          include: [
            "packages/*/src/**/*.test.ts",
            "functions/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          // Beside three browsers even a rule tried a thousand times waits for its turn.
          testTimeout: 60_000,
        },
      },
      {
        plugins: [svelte()],
        test: {
          name: "web",
          exclude,
          // Components are compiled.
          experimental: { viteModuleRunner: true },
          include: ["web/src/**/*.test.ts", "web/scripts/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "storage",
          exclude,
          include: ["tests/storage/**/*.test.ts"],
          globalSetup: "tests/storage/one-dynamodb.ts",
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          exclude,
          include: ["tests/{journeys,permissions,hostile,budgets}/**/*.test.ts"],
          execArgv: ROOMY,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "offline",
          exclude,
          include: ["tests/offline/**/*.test.ts"],
          execArgv: ROOMY,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "infra",
          exclude,
          include: ["tests/{infra,drift}/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "artefacts",
          exclude,
          include: ["tests/artefacts/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { ...inBrowser, name: "browser", exclude: [...NOT_OURS, FURTHER] } },
      { test: { ...inBrowser, name: "further", include: [`tests/browser/${FURTHER}`] } },
    ],
  },
});
