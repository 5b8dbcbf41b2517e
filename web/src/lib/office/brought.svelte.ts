/** A part of a page that comes when it is asked for: itself once it is here, or what kept it away. */
export function brought<Part>(bring: () => Promise<Part>) {
  let value = $state.raw<Part>();
  let error = $state.raw<unknown>();
  let isAsked = false;
  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    /** Asks once; after a failure, anew. */
    bring: (): void => {
      if (isAsked) return;
      isAsked = true;
      error = undefined;
      bring().then(
        (part) => (value = part),
        (cause: unknown) => {
          isAsked = false;
          error = cause;
        },
      );
    },
  };
}
