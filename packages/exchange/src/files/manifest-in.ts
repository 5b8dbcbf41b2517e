const MANIFEST = "imsmanifest.xml";

/** Where the list of a package lies: at its top, or in the one folder that was packed with it. */
export const manifestIn = (names: readonly string[]): string | undefined =>
  names
    .filter((each) => each === MANIFEST || each.endsWith(`/${MANIFEST}`))
    .sort((a, b) => a.length - b.length)[0];
