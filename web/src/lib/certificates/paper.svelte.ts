import { call, isProblem } from "#lib";

type Whose = { readonly courseId: string; readonly learnerId: string | undefined };

/** The picture of a certificate that is not issued yet, made by the server. Where none is made the words beside it stand alone. */
export function paper() {
  let address = $state("");
  let error = $state.raw<unknown>();
  let isMaking = $state(false);
  let under: AbortController | undefined;

  function end(): void {
    under?.abort();
    if (address) URL.revokeObjectURL(address);
    address = "";
    error = undefined;
    isMaking = false;
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
    /** Gives up what is shown, or under way. */
    end,
    async draw({ courseId, learnerId = "" }: Whose): Promise<void> {
      end();
      const own = (under = new AbortController());
      isMaking = true;
      try {
        const params = { courseId, learnerId };
        const { svg } = await call("previewPaper", { params, signal: own.signal });
        if (own.signal.aborted) return;
        address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
      } catch (cause) {
        if (own.signal.aborted) return;
        if (!isProblem(cause)) throw cause;
        // A computer that sets no papers issues all the same.
        if (!isProblem(cause, "paper.unavailable")) error = cause;
      } finally {
        if (under === own) isMaking = false;
      }
    },
  };
}
