import { seenAddresses } from "@twiza/contract/observing-addresses";
import { addAddresses, call } from "../api.ts";

addAddresses(seenAddresses);

/** Photos of one observation, as pictures that a page can show. They are private: each is asked for by name. @throws Problem */
export const readPhotos = (
  learnerId: string,
  observationId: string,
  hashes: readonly string[],
): Promise<readonly string[]> =>
  Promise.all(
    hashes.map(async (hash) => {
      const { type, base64 } = await call("readPhoto", {
        params: { learnerId, observationId, hash },
      });
      return `data:${type};base64,${base64}`;
    }),
  );
