import * as z from "zod";
import { type EnvironmentName, environmentOf, type Manifest } from "./manifest.ts";

const Name = z.string().min(1);
const SHAPES: Record<EnvironmentName, z.ZodType<string>> = {
  TWIZA_TABLE_PREFIX: Name,
  TWIZA_ORIGIN: z
    .url()
    .refine((value) => new URL(value).origin === value, "an origin: scheme and host alone"),
  TWIZA_PUBLIC_BLOBS: Name,
  TWIZA_PRIVATE_BLOBS: Name,
  TWIZA_UPLOADS: Name,
  TWIZA_ISSUER_URL: z.url(),
  TWIZA_CLIENT_ID: Name,
  TWIZA_SIGNING_KEYS: Name,
  TWIZA_SEALING_KEYS: Name,
  TWIZA_ISSUER_KEYS: Name,
  TWIZA_LOG: Name,
  TWIZA_LOG_KEYS: Name,
  // A list, or the word that there is none (`@twiza/platform/witnesses`).
  TWIZA_WITNESSES: Name,
  // An address, or the word that there is none (`@twiza/platform/messages/ses`).
  TWIZA_SENDER: Name,
};

/**
 * Reads exactly what a manifest asks for.
 * @throws Error naming every variable that is missing or wrong: a cold start fails by name rather than a request by surprise.
 */
export function readEnvironment(
  manifest: Manifest,
  environment: Readonly<Record<string, string | undefined>>,
): Partial<Record<EnvironmentName, string>> {
  const results = environmentOf(manifest).map((name) => ({
    name,
    parsed: SHAPES[name].safeParse(environment[name]),
  }));
  const wrong = results.filter(({ parsed }) => !parsed.success).map(({ name }) => name);
  if (wrong.length > 0)
    throw new Error(`${manifest.name} lacks a right value for: ${wrong.join(", ")}`);
  return Object.fromEntries(results.map(({ name, parsed }) => [name, parsed.data]));
}
