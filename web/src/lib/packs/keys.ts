import type { Key } from "@twiza/client/take";
import { packAddresses } from "@twiza/contract/later-addresses";
import { addAddresses, call, type Reply } from "../api.ts";

addAddresses(packAddresses);

/** Where the service worker leaves our public keys while there is network; it knows the place by the same names. */
const [CACHE, PLACE] = ["phone", "/api/keys"];

/** Our public keys as far as this phone knows them, and those to seal with for our server. @throws where nothing is kept (`mayKeep`) */
export async function keysHere(): Promise<Pick<Reply<"readKeys">, "keys" | "sealing">> {
  const kept = await (await caches.open(CACHE)).match(PLACE);
  // Written by our own worker, from our own server.
  return kept ? ((await kept.json()) as Reply<"readKeys">) : { keys: [], sealing: [] };
}

/** The newest ones, kept for the next time. @throws Problem without network */
export async function newestKeys(): Promise<readonly Key[]> {
  const reply = await call("readKeys");
  await (await caches.open(CACHE)).put(PLACE, Response.json(reply));
  return reply.keys;
}

/** What proves a version to be ours, for handing it on. @throws Problem without network, and for whoever is not enrolled in it */
export async function signatureOf(courseId: string, version: number): Promise<string> {
  const params = { courseId, version: String(version) };
  return (await call("readPackSignature", { params })).signature;
}
