import type { KnipConfig } from "knip";

/** What nobody calls is deleted. Entries are what people, build steps or platforms call by path. */
const config: KnipConfig = {
  workspaces: {
    ".": {
      entry: ["scripts/*.{ts,cjs}", "scripts/openapi/write.ts"],
      project: ["scripts/**", "*.ts"],
    },
    // The compiled sentences call the runtime; they are made at build time and not looked at here.
    "packages/messages": { entry: ["compile.ts", "src/runtime.ts"], project: ["src/**", "*.ts"] },
    "packages/content": { entry: ["voice/record.ts"], project: ["src/**", "voice/**"] },
    // A child process of its crash test, started by path.
    "packages/witness": { entry: ["src/crash-witness.ts"], project: ["src/**", "*.ts"] },
    "packages/*": { project: ["src/**"] },
    // The build names the last two by path, in place of what the SDK brings for it.
    functions: {
      entry: ["src/*/handler.ts", "src/lambda-credentials.ts", "src/lambda-endpoints.ts"],
      project: ["src/**", "*.ts"],
    },
    infra: { entry: ["app.ts"], project: ["**/*.ts"] },
    web: {
      entry: [
        "src/routes/**/*.{ts,svelte}",
        "src/boot/index.ts",
        "src/widget/widget.ts",
        "scripts/weigh.ts",
      ],
      project: ["src/**/*.{ts,svelte}", "scripts/**"],
    },
    // A child process of the crash test, started by path.
    tests: { entry: ["**/*.test.ts", "storage/crash-writer.ts"], project: ["**/*.ts"] },
  },
  ignoreDependencies: [
    // Read by their configuration files or command lines only.
    "svelte-eslint-parser",
    "dependency-cruiser",
    "svelte-check",
    // Called by path: TypeScript 6 has a program of the same name.
    "@typescript/native",
    // Only its jar is wanted, which is found by path.
    "amplify-dynamodb-simulator",
    // The fonts are read as files by the build, and cut.
    "@fontsource.*",
    // Those of papers are named by path, and read by whoever sets them.
    "@expo-google-fonts/.*",
  ],
  // Programs of the computer, not of a package: Java for DynamoDB Local, the two that record the sample voices.
  ignoreBinaries: ["java", "espeak-ng", "opusenc"],
  // A type may be exported beside what it describes though only its own file names it.
  ignoreExportsUsedInFile: { type: true, interface: true },
};

export default config;
