import { describe, expect, it } from "vitest";
import { IntentId } from "@twiza/contract";
import { newIntent } from "./intent.ts";

describe("an intent", () => {
  it("is one the contract accepts, and its own for ever", () => {
    const intents = Array.from({ length: 500 }, () => newIntent());
    for (const intent of intents) expect(IntentId.safeParse(intent).success).toBe(true);
    expect(new Set(intents).size).toBe(500);
  });

  it("sorts by the moment it was made", () => {
    expect(newIntent(1_800_000_000_000) < newIntent(1_800_000_000_001)).toBe(true);
  });
});
