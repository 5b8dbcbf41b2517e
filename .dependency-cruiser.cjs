/** Which room may import which. Rules are errors: an arrow that points the wrong way does not land. */
const rooms = (...names) => `^(${names.join("|")})/`;
const only = (from, to, comment) => ({
  name: `${from.replace(/\W+/g, "-")}-imports-only-its-own`,
  comment,
  severity: "error",
  from: { path: rooms(from), pathNot: "[.]test[.]ts$" },
  to: {
    path: rooms("packages", "functions", "web", "infra", "tests", "scripts"),
    pathNot: rooms(from, ...to),
  },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans-from-tests",
      severity: "error",
      from: { path: rooms("packages", "functions", "web", "infra"), pathNot: "[.]test[.]ts$" },
      to: { path: rooms("tests") },
    },
    only("packages/contract", [], "What we promise depends on nothing."),
    only("packages/log", [], "What nobody can take back runs in a browser too."),
    only(
      "packages/core",
      ["packages/contract", "packages/log"],
      "What is true knows no storage, no HTTP, no cloud.",
    ),
    only("packages/storage", ["packages/contract", "packages/core"], "Where it is kept."),
    only(
      "packages/credential",
      ["packages/contract", "packages/log"],
      "What proves it runs in a browser too.",
    ),
    only(
      "packages/cli",
      ["packages/contract", "packages/credential", "packages/log", "packages/messages"],
      "Whoever checks a certificate at a desk needs none of our stores.",
    ),
    only(
      "packages/client",
      ["packages/contract"],
      "What a phone keeps and sends runs without pages, and without a browser.",
    ),
    only(
      "packages/exchange",
      ["packages/contract"],
      "What comes in from other programs and goes out to them.",
    ),
    only(
      "packages/paper",
      ["packages/contract", "packages/core", "packages/credential", "packages/messages"],
      "What is printed.",
    ),
    only("packages/messages", ["packages/contract"], "What we say."),
    only(
      "packages/platform",
      ["packages/contract", "packages/core", "packages/log", "packages/messages"],
      "The outside world.",
    ),
    only(
      "packages/witness",
      ["packages/log"],
      "Whoever looks at our log takes nothing else of us.",
    ),
    only(
      "packages/content",
      ["packages/contract", "packages/core", "packages/exchange"],
      "What we teach as a sample.",
    ),
    only("functions", ["packages"], "How it is reached."),
    {
      name: "infra-reads-data",
      comment: "Infra reads data and writes no name of its own.",
      severity: "error",
      from: { path: rooms("infra") },
      to: {
        path: rooms("packages", "functions", "web", "tests", "scripts"),
        pathNot: [
          "^packages/contract/",
          "^packages/storage/src/(tables|spec)[.]ts$",
          "^functions/build[.]ts$",
          "^functions/src/.*manifests?[.]ts$",
          "^functions/src/http/headers[.]ts$",
        ],
      },
    },
    only(
      "web",
      [
        "packages/client",
        "packages/contract",
        "packages/credential",
        "packages/exchange",
        "packages/log",
        "packages/messages",
      ],
      "Pages know the contract, not the rules behind it.",
    ),
    {
      name: "core-has-no-outside",
      comment: "No SDK, no HTTP, no Node in what is true.",
      severity: "error",
      from: { path: rooms("packages/core", "packages/contract"), pathNot: "\\.test\\.ts$" },
      to: {
        dependencyTypes: ["core", "npm"],
        pathNot: "/zod/",
      },
    },
    {
      name: "exchange-runs-anywhere",
      comment: "A worker of a browser has no Node.",
      severity: "error",
      from: {
        path: "^packages/exchange/src/",
        pathNot: "[.]test[.]ts$|/testing/",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-carries-no-zod",
      comment: "The phone gets *where* and the types of *what*; 20 KiB of zod stay home.",
      severity: "error",
      from: { path: "^(web|packages/client)/src/", pathNot: "[.](test|testing)[.]ts$|/testing/" },
      to: { path: "^packages/contract/src/index\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "learner-pages-carry-no-office",
      severity: "error",
      from: { path: "^web/src/routes/\\(learner\\)/" },
      to: { path: "^web/src/(routes/\\(office\\)|lib/office)/" },
    },
    {
      name: "dev-doors-stay-local",
      comment: "The outbox page and one-tap sign-in belong to the local server alone.",
      severity: "error",
      from: { path: "^functions/src/", pathNot: "^functions/src/(server|dev/.*)\\.ts$" },
      to: { path: "^functions/src/dev/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(dist|build|\\.svelte-kit|cdk\\.out)/" },
    tsPreCompilationDeps: true,
    // What no rule asks for is not worked out: a sixth of the time.
    skipAnalysisNotInRules: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".js", ".svelte", ".json"],
    },
  },
};
