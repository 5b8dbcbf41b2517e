import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { REFUSALS } from "@twiza/contract";
import { artefactFolder } from "@twiza/functions/build";
import { environmentOf, type EnvironmentName, type Manifest } from "@twiza/functions/manifest";
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
  TWIZA_ISSUER_KEYS: '[{"id":"trial-key","from":"2026-01-01T00:00:00.000Z"}]',
  TWIZA_LOG: "trial-log",
  TWIZA_LOG_KEYS: "trial-log-key",
  TWIZA_WITNESSES: "none",
  TWIZA_SENDER: "none",
};

/**
 * Loads a built function once for each of these sets of variables, in a clean process that has nothing else, as a cold start does.
 * @returns for each the kind of its handler, or what went wrong
 */
function coldStarts(name: string, sets: readonly (readonly EnvironmentName[])[]) {
  const script = `const [url, sets] = JSON.parse(process.argv[1]);
    const said = [];
    const bare = { ...process.env };
    for (const [at, set] of sets.entries()) {
      process.env = { ...bare, ...set };
      said.push(await import(url + "?" + at).then((it) => typeof it.handler, String));
    }
    process.stdout.write(JSON.stringify(said));`;
  const given = sets.map((set) => Object.fromEntries(set.map((it) => [it, PLAUSIBLE[it]])));
  const asked = JSON.stringify([pathToFileURL(index(name)).href, given]);
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, asked], {
    env: { AWS_REGION: "eu-west-3" },
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise<string[]>((resolve, reject) => {
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(said.join("")) as string[]);
      else reject(new Error(said.join("")));
    });
  });
}

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

    it("starts with the environment of its manifest and nothing else", async () => {
      expect(await coldStarts(name, [environmentOf(manifest)])).toEqual(["function"]);
    });

    it("fails at its cold start, by name, for each variable that it is not given", async () => {
      const names = environmentOf(manifest);
      const said = await coldStarts(
        name,
        names.map((missing) => names.filter((it) => it !== missing)),
      );
      expect(said).toEqual(names.map((missing) => expect.stringContaining(missing) as string));
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
