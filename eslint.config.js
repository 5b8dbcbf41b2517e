import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import globals from "globals";
import ts from "typescript-eslint";

/** Set by `npm test` at a desk: what a rule says by types is heard in an editor, and before a change lands. */
const isWithoutTypes = process.env["TWIZA_DESK"] !== undefined;

// TypeScript then reads a component as the parser would hand it over. Else it holds another text until the component's turn comes,
// and every component makes it begin anew with all that it knows of types. Set before the parser is there, which looks once.
if (!isWithoutTypes) process.env["SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK"] = "1";
const { default: svelte } = await import("eslint-plugin-svelte");

/**
 * A module with runes is TypeScript as it stands, and Svelte declares its runes for all. The parser of components writes the declarations
 * into each module, which no longer is what the others import: for each of them TypeScript began anew with all that it knows of types.
 */
const moduleWithRunes = {
  meta: { name: "module-with-runes" },
  parseForESLint(code, options) {
    const parsed = ts.parser.parseForESLint(code, options);
    const services = { isSvelte: false, isSvelteScript: true, svelteParseContext: { runes: true } };
    return { ...parsed, services: { ...parsed.services, ...services } };
  },
};
const RUNES = ["$state", "$derived", "$effect", "$props", "$bindable", "$inspect", "$host"];

export default ts.config(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "**/build/",
      "**/.svelte-kit/",
      "**/cdk.out/",
      ".twiza/",
      "**/generated/",
      "web/static/check/",
    ],
  },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: {
        projectService: !isWithoutTypes,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: [".svelte"],
      },
    },
    // What is allowed by name to a rule that is not asked is no leftover.
    linterOptions: { reportUnusedDisableDirectives: isWithoutTypes ? "off" : "error" },
    rules: {
      // Shapes are `type`s here: one way to write them.
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `const f = () => doIt()` for a doer that answers nothing reads well.
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // TypeScript itself wants brackets for what an index signature alone promises.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      // A port may be asynchronous although an adapter has nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // There are no enums here: TypeScript itself refuses what cannot be erased.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "no-control-regex": "off",
      // Tokens from the network are verified by `jose` alone.
      "no-restricted-imports": [
        "error",
        { paths: [{ name: "hono/jwt", message: "Verify tokens with jose." }] },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='only']",
          message: "A focused test hides the others.",
        },
        {
          selector:
            "CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name='skip']",
          message: "A skipped test guards nothing.",
        },
      ],
    },
  },
  {
    files: ["**/*.svelte"],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ["**/*.svelte.ts"],
    languageOptions: {
      parser: moduleWithRunes,
      globals: Object.fromEntries(RUNES.map((rune) => [rune, "readonly"])),
    },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      // The site always stands at the root of its origin: there is no base path to resolve against.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: isWithoutTypes ? ["**"] : ["**/*.js", "**/*.cjs"],
    extends: [ts.configs.disableTypeChecked],
    // Without types the names of the browser's own are unknown; `svelte-check` knows them.
    ...(isWithoutTypes ? { rules: { "no-undef": "off" } } : {}),
  },
);
