import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** The one file in which a client of the AWS SDK describes all its operations, ours and the hundred others. */
const SCHEMAS = /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_0\.js$/;
/** A client asks for its whole `package.json`, 2 KB of scripts and dependencies, to say its version. */
const PACKAGE = /@aws-sdk\/client-[a-z0-9-]+\/package\.json$/;
/** Clients whose errors none of our code tells apart by class; their names, which retrying looks at, arrive all the same. */
const WITHOUT_ERROR_CLASSES = "/@aws-sdk/client-kms/";
const ERROR_CLASS = /^n0_registry\.registerError\(.*\);$/gm;
const CONSTANT = /^const (_\w+) = ("[^"\\]*");$/gm;
const COMPUTED_KEY = /\[(_\w+)\]:/g;

/**
 * Lets esbuild drop the descriptions of operations that nobody calls: 60 KB of the S3 client. They are plain data, but their
 * keys are written as constants (`{ [_h]: … }` with `const _h = "http"`), which a bundler must take for code with effects. Here each
 * such key is written out, `{ ["http"]: … }`, which says the same and has none. The errors of KMS, fifty classes, are left
 * unregistered: each arrives as the client's one base class under its own name. Of a client's `package.json` its version stays.
 */
export const sdkSchemas: Plugin = {
  name: "sdk-schemas",
  setup: (build) => {
    build.onLoad({ filter: SCHEMAS }, async ({ path }) => ({
      contents: withWrittenKeys(
        path.includes(WITHOUT_ERROR_CLASSES)
          ? withoutErrorClasses(await readFile(path, "utf8"))
          : await readFile(path, "utf8"),
      ),
      loader: "js",
    }));
    build.onLoad({ filter: PACKAGE }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, "utf8")) as { version: string };
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

const withoutErrorClasses = (code: string): string => code.replaceAll(ERROR_CLASS, "");

export function withWrittenKeys(code: string): string {
  const constants = new Map(
    [...code.matchAll(CONSTANT)].map(([, name = "", value = ""]) => [name, value]),
  );
  return code.replaceAll(COMPUTED_KEY, (key, name: string) => {
    const value = constants.get(name);
    return value === undefined ? key : `[${value}]:`;
  });
}
