import { unbake } from "@twiza/credential/bake";
import { check, type CheckSetting, type Outcome } from "@twiza/credential/check";
import { verifyProof } from "@twiza/credential/integrity";
import { type LogProof, parseVerifier } from "@twiza/log";
import type { House } from "./house.ts";

/**
 * What somebody finds who checks a file or a text by what the house tells everybody: keys, lists, log and what partners have signed, over HTTP. Whoever checks says
 * whom to believe: the log's own key, since nobody witnesses the log of a house.
 */
export async function checking(
  house: Pick<House, "anyone">,
  given: Uint8Array | string,
  changes: Partial<CheckSetting["sources"]> = {},
): Promise<Outcome> {
  const { anyone } = house;
  const told = async (path: string) => {
    const response = await anyone.fetch(path);
    return { isOk: response.ok, text: await response.text() };
  };
  const keys = JSON.parse((await told("/log/keys.json")).text) as { log: readonly string[] };
  const log = keys.log.flatMap((text) => parseVerifier(text) ?? []);
  return check(given, {
    now: new Date(),
    unbake,
    verifyDocument: (document, issuers) => verifyProof(document, () => issuers),
    trust: { log, witnesses: [], enough: 0 },
    sources: {
      issuer: async () => ({ ...(await anyone.do("readIssuers", {})), isTrusted: true }),
      organisation: async (_, id) => {
        const { text } = await told(`/api/verify/${id}`);
        return (JSON.parse(text) as { organisationId?: string }).organisationId;
      },
      statusList: async (address) => {
        const list = await told(new URL(address).pathname);
        return list.isOk ? list.text : undefined;
      },
      endorsement: async (address) => {
        const signed = await told(new URL(address).pathname);
        return signed.isOk ? signed.text : undefined;
      },
      log: async (form) => {
        const proof = await told(`/api/log/${form}`);
        return proof.isOk ? (JSON.parse(proof.text) as LogProof) : "absent";
      },
      ...changes,
    },
  });
}
