import { describe, expect, it } from "vitest";
import { readEnvironment } from "./environment.ts";
import { type EnvironmentName, environmentOf } from "./manifest.ts";
import { manifests } from "./manifests.ts";

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

// That every function as it was built asks here, and for all of its variables, is tried in `tests/artefacts/cold-start.further.test.ts`.
describe.each(manifests)("the environment of $name", (manifest) => {
  const names = environmentOf(manifest);

  it("is read whole, and nothing beside it", () => {
    const read = readEnvironment(manifest, { ...PLAUSIBLE, TWIZA_OTHER: "other" });
    expect(Object.keys(read)).toEqual(names);
  });

  it.each(names)("is refused without %s, by that name alone", (missing) => {
    const without = { ...PLAUSIBLE, [missing]: undefined };
    expect(() => readEnvironment(manifest, without)).toThrow(
      new Error(`${manifest.name} lacks a right value for: ${missing}`),
    );
  });
});
