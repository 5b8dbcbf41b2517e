import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildAll, TARGETS } from "./build.ts";
import { changedFiles } from "./changed.ts";
import { environmentForTests } from "./java.ts";
import { giveUp, step } from "./progress.ts";
import { must, run } from "./run.ts";
import { mustBeWritable } from "./writable.ts";

type Task = {
  readonly name: string;
  readonly command: readonly string[];
  readonly group: "check" | "test";
  /** Needs nothing that is built but the sentences, so that it may run meanwhile. */
  readonly early?: true;
  /** The files that it is to look at, one by one, where that is not all of them. */
  readonly files?: readonly string[] | undefined;
};

const vitest = (name: string, projects: readonly string[] = [name]): Task => ({
  name,
  group: "test",
  command: [
    "vitest",
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${resultFile(name)}`,
  ],
});
const resultFile = (project: string): string => `.twiza/results/${project}.json`;

/** The compiler that is made of machine code. Alone on its thread it does each thing once; its threads do some of it twice. */
const types = (project: string): readonly string[] => [
  "node",
  "node_modules/@typescript/native/bin/tsc",
  "--singleThreaded",
  "-p",
  project,
];

/** A heap that is large from the beginning: these two fill it anyway, and cleaning a small one over and over takes a tenth of their time. */
const roomy = (script: string, ...args: readonly string[]): readonly string[] => [
  "node",
  "--initial-heap-size=3000",
  "--min-semi-space-size=64",
  "--max-semi-space-size=64",
  `node_modules/${script}`,
  ...args,
];

/**
 * Whether the browser looks at each page in every state and goes the long and rare ways too, whether everything is tried on everything, and
 * whether linters know of types: what lands is looked at so.
 */
const isWhole = process.argv.includes("--whole");

/** At a desk, what looks at each file by itself looks at those that differ from what has landed: the others were looked at then. */
const changed = isWhole ? undefined : await changedFiles();
const changedIn = (kind: RegExp) => changed?.filter((file) => kind.test(file));
const COMPONENTS = /\.(?:svelte|svelte\.ts|js|cjs)$/;

/** What must hold before a change lands. Two run side by side: what wants no build comes first, then what is slow. */
const tasks: readonly Task[] = [
  { ...vitest("storage"), early: true },
  { name: "types", group: "check", command: types("tsconfig.json"), early: true },
  {
    name: "format",
    group: "check",
    command: ["oxfmt", "--threads=1", "--check", "--no-error-on-unmatched-pattern"],
    files: changed,
    early: true,
  },
  { ...vitest("unit"), early: true },
  {
    name: "import rules",
    group: "check",
    command: [
      "depcruise",
      "--config",
      ".dependency-cruiser.cjs",
      "packages",
      "functions",
      "infra",
      "web/src",
      "tests",
      "scripts",
    ],
    early: true,
  },
  vitest("browser", isWhole ? ["browser", "further"] : ["browser"]),
  vitest("journeys"),
  {
    name: "lint components",
    group: "check",
    command: roomy(
      "eslint/bin/eslint.js",
      "--max-warnings=0",
      "--no-warn-ignored",
      ...(changed ? [] : ["**/*.svelte", "**/*.svelte.ts", "**/*.{js,cjs}"]),
    ),
    files: changedIn(COMPONENTS),
  },
  {
    name: "svelte types",
    group: "check",
    command: roomy(
      "svelte-check/bin/svelte-check",
      "--workspace",
      "web",
      "--tsconfig",
      "tsconfig.check.json",
      "--tsgo",
      "--fail-on-warnings",
    ),
  },
  vitest("artefacts"),
  vitest("infra"),
  {
    name: "lint modules",
    group: "check",
    command: [
      "oxlint",
      "--deny-warnings",
      ...(isWhole ? ["--report-unused-disable-directives-severity=error"] : []),
    ],
  },
  { name: "unused code", group: "check", command: ["knip"] },
  vitest("offline"),
  vitest("web"),
  { name: "worker types", group: "check", command: types("web/src/service-worker/tsconfig.json") },
];

/** What is read of a runner's report. */
type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};
type Result = { readonly task: Task; readonly passed: number; readonly failed: number };

async function attempt(task: Task, environment: Record<string, string>): Promise<Result> {
  if (task.files?.length === 0) {
    console.log(`  ✓ ${task.name} (no file differs from what has landed)`);
    return { task, passed: 0, failed: 0 };
  }
  const begun = performance.now();
  const [command = "", ...args] = [...task.command, ...(task.files ?? [])];
  const { code, output } = await run(command, args, { environment });
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const counts = task.group === "test" ? countsOf(task.name) : NOTHING;
  const { passed, again } = counts;
  // A runner that died without a result has failed once, whatever it counted.
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  console.log(
    `  ${failed === 0 ? "✓" : "✗"} ${task.name} (${seconds} s${task.group === "test" ? `, ${passed} tests` : ""})`,
  );
  for (const one of again) console.log(`    only when it was tried again: ${one}`);
  if (failed > 0) console.log(output.slice(-20_000));
  return { task, passed: task.group === "check" && failed === 0 ? 1 : passed, failed };
}

type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly again: readonly string[];
};
const NOTHING: Counts = { passed: 0, failed: 0, again: [] };

function countsOf(project: string): Counts {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(resultFile(project), "utf8"),
    ) as Report;
    const again = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status, failureMessages }) => status === "passed" && failureMessages.length > 0)
      .map(
        ({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join().slice(0, 300)}`,
      );
    return { passed: numPassedTests, failed: numFailedTests, again };
  } catch {
    return NOTHING;
  }
}

const only = process.argv.includes("--only")
  ? process.argv[process.argv.indexOf("--only") + 1]
  : undefined;
const chosen = tasks.filter(
  (task) => only === undefined || task.group === only || task.name === only,
);
if (chosen.length === 0)
  giveUp(
    `There is nothing called "${only ?? ""}" to test: ${tasks.map((task) => task.name).join(", ")}.`,
  );

mustBeWritable();
/** One seeded house for all suites to copy: each of their processes would make its own. */
const SEEDED = ".twiza/seeded";
for (const folder of [".twiza/results", SEEDED]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
// What the check of types wrote of each component: of one that is gone it would be found there still.
rmSync("web/.svelte-kit/.svelte-check", { recursive: true, force: true });
const isSeeded = chosen.some(({ group }) => group === "test");
const environment = {
  // What Node has read and compiled once it need not again: each suite is a process or more of its own.
  NODE_COMPILE_CACHE: `${process.cwd()}/.twiza/compiled`,
  // A desk may go without Java; what lands may not.
  ...(await environmentForTests(isWhole || Boolean(process.env["CI"]))),
  ...(isWhole ? { TWIZA_WHOLE: "1" } : { TWIZA_DESK: "1" }),
  ...(isSeeded ? { TWIZA_SEEDED: SEEDED } : {}),
};
const SENTENCES = "messages";
const sentences = buildAll([SENTENCES]);
const built = sentences.then(async () => {
  await buildAll(TARGETS.filter((name) => name !== SENTENCES));
  if (isSeeded) await step("seed a house", () => must("node", ["tests/house/seeded.ts", SEEDED]));
});
const waiting = [...chosen];
const results: Result[] = [];
async function work(): Promise<void> {
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    await (task.early ? sentences : built);
    results.push(await attempt(task, environment));
  }
}
await Promise.all([work(), work()]);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${results.reduce((sum, result) => sum + result.passed, 0)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
