import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { REFUSALS } from "@twiza/contract";
import { artefactFolder, buildFunctions } from "@twiza/functions/build";
import { environmentOf, type EnvironmentName, type Manifest } from "@twiza/functions/manifest";
import { manifests } from "@twiza/functions/manifests";
import type { Codecs } from "@twiza/platform/pictures/codecs";
import { beforeAll, describe, expect, it } from "vitest";

/** Minified, not gzipped: what Node must read and compile at a cold start. */
const LIMIT_BYTES = 600_000;

/** Told by its code alone. */
const IN_RECEIPTS = new Set(["lesson.unknown"]);

const dist = mkdtempSync(join(tmpdir(), "twiza-dist-"));
const index = (name: string): string => `${artefactFolder(name, dist)}/index.mjs`;
let bundles: Awaited<ReturnType<typeof buildFunctions>> = [];

beforeAll(async () => {
  bundles = await buildFunctions(dist);
});

const bundleOf = (name: string) => {
  const it = bundles.find((bundle) => bundle.name === name);
  if (!it) throw new Error(`${name} was not built.`);
  return it;
};

const PLAUSIBLE: Record<EnvironmentName, string> = {
  TWIZA_TABLE_PREFIX: "trial-",
  TWIZA_ORIGIN: "https://twiza.example",
  TWIZA_PUBLIC_BLOBS: "trial-public",
  TWIZA_PRIVATE_BLOBS: "trial-private",
  TWIZA_UPLOADS: "trial-uploads",
  TWIZA_ISSUER_URL: "https://issuer.example",
  TWIZA_CLIENT_ID: "trial",
  TWIZA_SIGNING_KEYS: "trial-key",
  TWIZA_SEALING_KEYS: "trial-key",
};

/** Loads a built function in a clean process that has these variables and nothing else, as a cold start does. */
function coldStart(name: string, known: readonly EnvironmentName[]) {
  const script = `import(${JSON.stringify(pathToFileURL(index(name)).href)})
    .then((it) => process.stdout.write(typeof it.handler))
    .catch((error) => { process.stdout.write(String(error)); process.exitCode = 1; });`;
  const env = Object.fromEntries(known.map((it) => [it, PLAUSIBLE[it]]));
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...env, AWS_REGION: "eu-west-3" },
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, said: said.join("") }));
  });
}

describe.each(manifests.map((it) => [it.name, it] as const))(
  "the bundle of %s",
  (name, manifest: Manifest) => {
    it("is at most 600 KB, so that a cold start stays short", () => {
      expect(bundleOf(name).bytes).toBeLessThanOrEqual(LIMIT_BYTES);
    });

    it("holds no CDK, no identity provider, no OpenAPI generator, no embedded store and nothing of the local server", () => {
      const inputs = Object.keys(bundleOf(name).metafile.inputs);
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
      const outputs = Object.values(bundleOf(name).metafile.outputs);
      const outside = outputs.flatMap((it) => it.imports.filter(({ external }) => external));
      expect(outside.map(({ path }) => path).filter((it) => !isOfNode(it))).toEqual([]);
    });

    it("starts with the environment of its manifest and nothing else", async () => {
      const { said, code } = await coldStart(name, environmentOf(manifest));
      expect(said).toBe("function");
      expect(code).toBe(0);
    });

    it("fails at its cold start, by name, for each variable that it is not given", async () => {
      const names = environmentOf(manifest);
      const starts = names.map((missing) =>
        coldStart(
          name,
          names.filter((it) => it !== missing),
        ),
      );
      for (const [at, { said, code }] of (await Promise.all(starts)).entries()) {
        expect(said).toContain(names[at]);
        expect(code).toBe(1);
      }
    });
  },
);

const BUILT_IN =
  /^(node:|(async_hooks|buffer|child_process|crypto|events|fs|fs\/promises|http|http2|https|net|os|path|process|stream|string_decoder|tls|url|util|zlib)$)/;
const isOfNode = (path: string): boolean => BUILT_IN.test(path);

it("the codecs that lie beside a bundle draw a picture, without anything of the sources", async () => {
  const beside = (file: string) =>
    pathToFileURL(join(artefactFolder("media", dist), basename(file)));
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
