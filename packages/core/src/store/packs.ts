import type { CourseId, SignedPack } from "@twiza/contract";
import type { Freshness, Kept, Write } from "./kept.ts";

export type PackStore = {
  signed(id: CourseId, version: number, how?: Freshness): Promise<Kept<SignedPack> | undefined>;
  putSigned(pack: SignedPack): Write;
};
