import type { DraftBlock } from "@twiza/contract";
import { cleaned } from "./rich-text.ts";

/** The words of both, one after the other; nothing where a block cannot hold both. */
export function both(one: DraftBlock, other: DraftBlock): DraftBlock | undefined {
  if ((one.kind === "text" || one.kind === "callout") && one.kind === other.kind)
    return { ...one, doc: cleaned({ content: [...one.doc.content, ...other.doc.content] }) };
  if (one.kind === "term" && other.kind === "term")
    return { ...one, doc: cleaned({ content: [...one.doc.content, ...other.doc.content] }) };
  if (one.kind === "steps" && other.kind === "steps" && one.steps.length + other.steps.length <= 20)
    return { ...one, steps: [...one.steps, ...other.steps] };
  if (one.kind === "audio" && other.kind === "audio") {
    const transcript = `${one.transcript}\n${other.transcript}`;
    return transcript.length <= 4000 ? { ...one, transcript } : undefined;
  }
  return undefined;
}
