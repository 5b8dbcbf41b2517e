let asking: Promise<void> | undefined;

/** Asks once whether somebody was erased whom this phone knows. What asks comes by itself: every page would carry the list of its files. */
export const heard = (): Promise<void> =>
  (asking ??= import("./ask.ts").then(({ ask }) => ask()).catch(() => undefined));
