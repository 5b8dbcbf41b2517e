import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { REFUSALS } from "@twiza/contract";
import { artefactFolder } from "@twiza/functions/build";
import type { Manifest } from "@twiza/functions/manifest";
import { manifests } from "@twiza/functions/manifests";
import type { Codecs } from "@twiza/platform/pictures/codecs";
import type { Metafile } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { buildAll } from "../../scripts/build.ts";

/** Minified, not gzipped: what Node must read and compile at a cold start. */
const LIMIT_BYTES = 600_000;

/** Told by its code alone. */
const IN_RECEIPTS = new Set(["lesson.unknown"]);

const index = (name: string): string => `${artefactFolder(name)}/index.mjs`;

// What was built is looked at, as long as it is what would be built now.
beforeAll(() => buildAll(["messages", "functions"]));

/** What esbuild told of a bundle: what went in, and what it asks for. */
const metafileOf = (name: string): Metafile =>
  JSON.parse(readFileSync(`${artefactFolder(name)}/meta.json`, "utf8")) as Metafile;

describe.each(manifests.map((it) => [it.name, it] as const))(
  "the bundle of %s",
  (name, manifest: Manifest) => {
    it("is at most 600 KB, so that a cold start stays short", () => {
      expect(statSync(index(name)).size).toBeLessThanOrEqual(LIMIT_BYTES);
    });

    it("holds no CDK, no identity provider, no OpenAPI generator, no embedded store and nothing of the local server", () => {
      const inputs = Object.keys(metafileOf(name).inputs);
      expect(inputs.length).toBeGreaterThan(50);
      const unwanted =
        /aws-cdk-lib|cdk-nag|oidc-provider|hono-openapi|zod-openapi|zod-to-json|node-server|src\/dev\/|server\.ts|local\.ts|engine\/sqlite|client-dynamodb-streams|packages\/content\//;
      expect(inputs.filter((it) => unwanted.test(it))).toEqual([]);
    });

    it("knows no door for trials: nothing under /dev/ and no outbox", () => {
      const code = readFileSync(index(name), "utf8");
      expect(code.includes("/dev/")).toBe(false);
      expect(code.includes("/outbox")).toBe(false);
    });

    it("has its words for every refusal that its code names", () => {
      const code = readFileSync(index(name), "utf8");
      const isThrown = (refusal: string) =>
        [`"`, "'", "`"].some((quote) => code.includes(`${quote}${refusal}${quote})`));
      const thrown = Object.keys(REFUSALS).filter(
        (refusal) => isThrown(refusal) && !IN_RECEIPTS.has(refusal),
      );
      const isSaid = (refusal: string) => code.includes(`"${refusal}.mend":`);
      const isAsked = manifest.kind === "http";
      expect(thrown.length > 5).toBe(isAsked);
      expect(thrown.filter((each) => isAsked && !isSaid(each))).toEqual([]);
    });

    it("needs nothing that is not in it but Node itself", () => {
      const outputs = Object.values(metafileOf(name).outputs);
      const outside = outputs.flatMap((it) => it.imports.filter(({ external }) => external));
      expect(outside.map(({ path }) => path).filter((it) => !isOfNode(it))).toEqual([]);
    });
  },
);

const BUILT_IN =
  /^(node:|(async_hooks|buffer|child_process|crypto|events|fs|fs\/promises|http|http2|https|net|os|path|process|stream|string_decoder|tls|url|util|zlib)$)/;
const isOfNode = (path: string): boolean => BUILT_IN.test(path);

it("the codecs that lie beside a bundle draw a picture, without anything of the sources", async () => {
  const beside = (file: string) => pathToFileURL(join(artefactFolder("media"), basename(file)));
  const { openCodecs } = (await import(beside("codecs.mjs").href)) as {
    openCodecs: (locate: typeof beside) => Codecs;
  };
  const codecs = openCodecs(beside);
  const write = await codecs.writer();
  const points = { data: new Uint8ClampedArray(40 * 30 * 4).fill(99), width: 40, height: 30 };
  expect(await codecs.read.webp(write(points, 80))).toMatchObject({ width: 40, height: 30 });
});

describe("functions and their folders", () => {
  it("every function's folder has a manifest of its own name", async () => {
    for (const { name } of manifests) {
      const module: unknown = await import(`@twiza/functions/${name}/manifest`);
      expect(Object.values(module as object)).toContainEqual(expect.objectContaining({ name }));
    }
  });
});
