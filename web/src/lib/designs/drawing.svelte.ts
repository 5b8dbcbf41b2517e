import type { DesignLook } from "@twiza/contract";
import { call, isProblem } from "#lib";

/** So long nobody types before it is drawn anew, in milliseconds. */
const PAUSE = 500;

export type Wish = {
  readonly look: DesignLook;
  readonly language: string;
  readonly certificateId?: string | undefined;
  readonly long?: boolean | undefined;
};

/** The picture of a design, made by the server a moment after the last key. What is shown stays until the next is there. */
export function drawing() {
  let address = $state("");
  let error = $state.raw<unknown>();
  let isMaking = $state(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: AbortController | undefined;
  let drawn = "";
  let wanted = "";

  async function draw(wish: Wish, print: string): Promise<void> {
    under?.abort();
    const own = (under = new AbortController());
    try {
      const { svg } = await call("previewDesign", {
        body: wish,
        signal: own.signal,
      });
      if (own.signal.aborted) return;
      const before = address;
      address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
      if (before) URL.revokeObjectURL(before);
      drawn = print;
      error = undefined;
    } catch (cause) {
      if (own.signal.aborted) return;
      if (!isProblem(cause)) throw cause;
      error = cause;
    } finally {
      if (under === own) isMaking = false;
    }
  }

  return {
    get address() {
      return address;
    },
    get error() {
      return error;
    },
    get isMaking() {
      return isMaking;
    },
    /** Draws it, unless it is what is shown. The first at once. */
    want(wish: Wish): void {
      const print = JSON.stringify(wish);
      if (print === drawn || print === wanted) return;
      wanted = print;
      isMaking = true;
      clearTimeout(timer);
      timer = setTimeout(() => void draw(wish, print), address ? PAUSE : 0);
    },
    again(): void {
      wanted = "";
      error = undefined;
    },
    end(): void {
      clearTimeout(timer);
      under?.abort();
      if (address) URL.revokeObjectURL(address);
    },
  };
}
