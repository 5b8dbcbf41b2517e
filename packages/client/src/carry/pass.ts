import { kind } from "../schema.ts";
import { ownDevice, type Phone } from "../phone.ts";

/** What lets this phone send by others as one learner. Only the server reads what is in it. */
export type Pass = {
  readonly learnerId: string;
  readonly pass: string;
  readonly expiresAt: string;
};
/** A pass beside the device that it was given to. */
export type KeptPass = Pass & { readonly deviceId: string };
export const PASSES = kind<KeptPass>("meta");
export const passKey = (learnerId: string) => ["pass", learnerId] as const;

/** What this device calls itself, also to the server: chosen now if it was not yet. */
export const deviceIdOf = (phone: Phone): Promise<string> => ownDevice(phone).then(({ id }) => id);

/** Keeps the passes of those who are on this phone now, in place of all that were kept. */
export async function keepPasses(phone: Phone, passes: readonly Pass[]): Promise<void> {
  const { id: deviceId } = await ownDevice(phone);
  await phone.database.run("strict", [PASSES], async (tx) => {
    await tx.drop(PASSES, ["pass"]);
    for (const { learnerId, pass, expiresAt } of passes)
      await tx.put(PASSES, passKey(learnerId), { learnerId, pass, expiresAt, deviceId });
  });
}
