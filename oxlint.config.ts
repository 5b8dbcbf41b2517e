import { defineConfig, type DummyRuleMap } from "oxlint";

type Part = { readonly files?: readonly string[]; readonly rules?: DummyRuleMap };
const eslint = (await import(new URL("eslint.config.js", import.meta.url).href)) as {
  readonly default: readonly Part[];
};

/** What ESLint has for modules and this linter has not, with the reason. */
const ELSEWHERE = [
  // The compiler of types refuses these, and modules are strict.
  "no-undef",
  "no-dupe-args",
  "no-octal",
  // The two rules about tests below say the same.
  "no-restricted-syntax",
  // Nobody has written it for this linter yet.
  "@typescript-eslint/no-unsafe-class-instance-assignment",
];

const isForModules = ({ files }: Part): boolean => files?.includes("**/*.ts") ?? true;
const isOn = ([name, how]: readonly [string, unknown]): boolean =>
  !ELSEWHERE.includes(name) &&
  !name.startsWith("svelte/") &&
  ![0, "off"].includes([how].flat()[0] as string);

const all = eslint.default.filter(isForModules).map(({ rules }) => rules ?? {});
const rules = Object.fromEntries(
  Object.entries(Object.assign({}, ...all) as DummyRuleMap).filter(isOn),
);

/**
 * The linter of modules, made of machine code upon the compiler of TypeScript 7: the rules of ESLint, as they stand in its own
 * configuration. ESLint looks at components and at modules with runes, whose types this one cannot read.
 */
export default defineConfig({
  plugins: ["typescript", "jest"],
  categories: { correctness: "off" },
  options: { typeAware: process.env["TWIZA_DESK"] === undefined },
  ignorePatterns: [
    "**/node_modules/",
    "**/dist/",
    "**/build/",
    "**/.svelte-kit/",
    "**/cdk.out/",
    ".twiza/",
    "**/generated/",
    "**/*.svelte",
    "**/*.svelte.ts",
    "**/*.{js,cjs}",
  ],
  rules: { ...rules, "jest/no-focused-tests": "error", "jest/no-disabled-tests": "error" },
  overrides: [
    {
      files: ["web/src/service-worker/*.ts"],
      // What `finally` calls may have something to wait for, and it waits. With the types of a worker this linter sees that it is called so.
      rules: { "typescript/no-misused-promises": ["error", { checksVoidReturn: false }] },
    },
  ],
});
