import { ID_PREFIXES, type Id, type IdKind } from "@twiza/contract";
import type { Clock, NewId } from "./ports.ts";

/** A maker of ids from a clock and a source of 16 random bytes: UUIDv7 (RFC 9562 §5.7) in hex behind the kind's prefix. */
export const idMaker =
  (clock: Clock, random: () => Uint8Array): NewId =>
  <K extends IdKind>(kind: K) => {
    const bytes = random().slice(0, 16);
    let time = clock.now().getTime();
    for (let at = 5; at >= 0; at--, time = Math.floor(time / 256)) bytes[at] = time % 256;
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    // The brand is earned here: this is the one place where ids are made.
    return `${ID_PREFIXES[kind]}_${hex}` as Id<K>;
  };
