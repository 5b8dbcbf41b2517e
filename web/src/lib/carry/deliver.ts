import { deliverAll, tellWaiting } from "@twiza/client/carry";
import { carryAddresses } from "@twiza/contract/later-addresses";
import { addAddresses, call } from "../api.ts";
import { keep } from "../kept.ts";
import { device } from "../learner/device.ts";

addAddresses(carryAddresses);

/** Delivers what this phone carries, as far as there is network; one tab at a time. */
export async function deliver(): Promise<void> {
  const work = async (): Promise<void> => {
    await deliverAll(
      device,
      async (parcel) => (await call("deliverParcel", { body: { parcel } })).receipt,
    );
    // Something else may have been taken along meanwhile, here or in another tab.
    await noteCarrying();
  };
  if ("locks" in navigator) await navigator.locks.request("twiza.carry", work);
  else await work();
}

/** Notes for pages that show none of it that something waits here to be delivered. */
export const noteCarrying = (): Promise<void> =>
  tellWaiting(device, (isAny) => keep("carrying", isAny ? "yes" : ""));
