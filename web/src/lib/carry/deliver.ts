import { carried, deliverAll } from "@twiza/client/carry";
import { carryAddresses } from "@twiza/contract/later-addresses";
import { addAddresses, call } from "../api.ts";
import { keep } from "../kept.ts";
import { device } from "../learner/device.ts";

addAddresses(carryAddresses);

/** Delivers what this phone carries, as far as there is network; one tab at a time. */
export async function deliver(): Promise<void> {
  const work = async (): Promise<void> => {
    const isDone = await deliverAll(
      device,
      async (parcel) => (await call("deliverParcel", { body: { parcel } })).receipt,
    );
    if (isDone) keep("carrying", "");
  };
  if ("locks" in navigator) await navigator.locks.request("twiza.carry", work);
  else await work();
}

/** Notes for pages that show none of it that something waits here to be delivered. */
export const noteCarrying = async (): Promise<void> => {
  const isWaiting = (await carried(device)).some(({ receipt, refused }) => !receipt && !refused);
  keep("carrying", isWaiting ? "yes" : "");
};
