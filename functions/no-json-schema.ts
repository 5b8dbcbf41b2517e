import type { Plugin } from "esbuild";

/** Where zod writes schemas down as JSON Schema: every schema has a method for it, so that a bundler keeps all of it. */
const WRITERS = /zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;
const NAMES = [
  "allProcessors",
  "createStandardJSONSchemaMethod",
  "createToJSONSchemaMethod",
  "extractDefs",
  "finalize",
  "handleUnrepresentable",
  "initializeContext",
  "process",
  "processSchema",
  "toJSONSchema",
];

/**
 * Leaves zod's writing of JSON Schema out of a bundle, 19 KB that no function calls: the document of the API is written at build. Whoever
 * called it all the same would hear so.
 */
export const noJsonSchema: Plugin = {
  name: "no-json-schema",
  setup: (build) => {
    build.onLoad({ filter: WRITERS }, () => ({
      contents: `const no = () => () => { throw new Error("no JSON Schema in a function"); };
${NAMES.map((name) => `const its_${name} = no;`).join("\n")}
export { ${NAMES.map((name) => `its_${name} as ${name}`).join(", ")} };`,
      loader: "js",
    }));
  },
};
