import type { VoiceSheet } from "@twiza/contract";
import { contentAddress } from "../content.ts";
import type { Parts, Recorded } from "./recorded.ts";

/** Sheets by their hash: a lesson's is fetched once, with the first tap that needs it. */
const fetched = new Map<string, Promise<Parts>>();

/** What is recorded, by place. @throws when neither network nor phone has the sheet */
export async function partsOf(recorded: Recorded | undefined): Promise<Parts> {
  if (!recorded) return {};
  if ("parts" in recorded) return recorded.parts;
  const asked = fetched.get(recorded.hash) ?? read(recorded.hash);
  fetched.set(recorded.hash, asked);
  // What failed may be there when the network is back.
  asked.catch(() => fetched.delete(recorded.hash));
  return asked;
}

async function read(hash: string): Promise<Parts> {
  const response = await fetch(contentAddress(hash));
  if (!response.ok) throw new Error(`the voice sheet answered ${response.status}`);
  // Parsed by the contract's schema when it was published, and named by its hash since: it cannot have changed.
  return ((await response.json()) as VoiceSheet).parts;
}
