import { workAddresses } from "@twiza/contract/work-addresses";
import { addAddresses, call, isProblem } from "#lib";
import type { Piece } from "./mark-draft.ts";

addAddresses(workAddresses);

export type Whose = { readonly cohortId: string; readonly submissionId: string };

/** One piece of work or of what was said to it, which comes in stretches when it is asked for: private, and kept nowhere here. */
export function fetched(whose: Whose, { hash, bytes, type }: Piece) {
  let url = $state("");
  let file = $state.raw<Blob>();
  let had = $state(0);
  let busy = $state(false);
  let error = $state.raw<unknown>();
  let isGone = false;

  async function load(): Promise<void> {
    if (busy || file) return;
    [busy, error, had] = [true, undefined, 0];
    try {
      const parts: BlobPart[] = [];
      for (let from: number | undefined = 0; from !== undefined && !isGone;) {
        const part = await stretch(whose, hash, from);
        parts.push(part.content);
        had += part.content.length;
        from = part.next;
      }
      if (isGone) return;
      file = new Blob(parts, { type });
      url = URL.createObjectURL(file);
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      error = cause;
    } finally {
      busy = false;
    }
  }
  return {
    /** Where a page finds it; empty until it is here. */
    get url() {
      return url;
    },
    get file() {
      return file;
    },
    get percent() {
      return Math.min(100, Math.floor((100 * had) / bytes));
    },
    get busy() {
      return busy;
    },
    get error() {
      return error;
    },
    load,
    /** The page goes. */
    forget(): void {
      isGone = true;
      if (url) URL.revokeObjectURL(url);
    },
  };
}

async function stretch(whose: Whose, hash: string, from: number) {
  const { base64, next } = await call("readProof", { params: { ...whose, hash }, query: { from } });
  return { content: Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)), next };
}
