import type { Plugin } from "vite";

/**
 * Seven signs of a hash name a file as surely as eight: of a thousand files two share theirs once in eight million builds, and
 * the bundler then names one of them otherwise. Six are too few for its own marks.
 */
const briefly = (name: string): string => name.replace("[hash]", "[hash:7]");

export const brief = (): Plugin => ({
  name: "twiza-brief",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  outputOptions(output) {
    const { entryFileNames, chunkFileNames, assetFileNames } = output;
    return {
      ...output,
      ...(typeof entryFileNames === "string" && { entryFileNames: briefly(entryFileNames) }),
      ...(typeof chunkFileNames === "function" && {
        chunkFileNames: (chunk) => briefly(chunkFileNames(chunk)),
      }),
      ...(typeof assetFileNames === "string" && { assetFileNames: briefly(assetFileNames) }),
    };
  },
});
