import { readFileSync } from "node:fs";
import { Ajv2019 } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";

const published = JSON.parse(
  readFileSync(new URL("ob_v3p0_achievementcredential_schema.json", import.meta.url), "utf8"),
) as { $id: string };
const ajv = new Ajv2019({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema(published);

/** What the published schema of Open Badges 3.0 has against a document: where, and what. */
export function faultsOf(document: unknown, what: "credential" | "endorsement" = "credential") {
  const part = what === "credential" ? "" : "#/$defs/EndorsementCredential";
  const validate = ajv.getSchema(published.$id + part);
  if (!validate) throw new Error(`the schema has no ${what}`);
  if (validate(JSON.parse(JSON.stringify(document))) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
