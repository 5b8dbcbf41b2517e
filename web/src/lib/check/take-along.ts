import { preloadCode } from "$app/navigation";
import { fetchKept } from "./kept.ts";
import { stayHere } from "./stay.ts";

/** Brings the page that checks certificates to this device, with the keys it needs, before anybody has opened it. */
export async function takeAlong(): Promise<void> {
  // Without network it comes when the page is opened first.
  await preloadCode("/check").catch(() => undefined);
  await fetchKept("/api/issuers");
  await fetchKept("/log/keys.json");
  await stayHere();
}
