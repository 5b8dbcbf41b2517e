import { seal } from "@twiza/client/testing";
import { found } from "@twiza/core";
import type { House, Visitor } from "./house.ts";

/** The pass that a phone of hers is given, for her first learner. */
export async function passFor(visitor: Visitor, deviceId: string): Promise<string> {
  const { passes } = await visitor.do("readPasses", { query: { deviceId } });
  return found(passes[0]).pass;
}

/** Sealed for this house as a phone does it. */
export async function sealFor(house: House, content: object): Promise<string> {
  const { sealing } = await house.anyone.do("readKeys", {});
  return seal(content, found(sealing[0]));
}
