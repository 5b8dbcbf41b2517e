/** Where small things are kept on this phone, by key. Never throws: a full or forbidden storage keeps for this visit only. */
export type Shelf = {
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, text: string) => void;
  readonly drop: (key: string) => void;
  readonly keys: (prefix: string) => readonly string[];
  /** Whether all that was written under such keys lasts longer than the page. */
  readonly lasts: (prefix: string) => boolean;
};

/** A shelf that lasts as long as the page. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, string>();
  const keys = (prefix: string): readonly string[] =>
    [...kept.keys()].filter((key) => key.startsWith(prefix));
  return {
    read: (key) => kept.get(key),
    write: (key, text) => void kept.set(key, text),
    drop: (key) => void kept.delete(key),
    keys,
    lasts: (prefix) => keys(prefix).length === 0,
  };
}

/** The browser's storage, with memory for what it does not take. Each key stands alone, so two tabs never overwrite a list. */
export function shelfOver(storage: () => Storage): Shelf {
  const spare = memoryShelf();
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(storage());
    } catch {
      // Storage is blocked or full.
      return otherwise;
    }
  };
  return {
    read: (key) => spare.read(key) ?? attempt((s) => s.getItem(key) ?? undefined, undefined),
    write: (key, text) => {
      const isKept = attempt((s) => {
        s.setItem(key, text);
        return true;
      }, false);
      if (isKept) spare.drop(key);
      else spare.write(key, text);
    },
    drop: (key) => {
      spare.drop(key);
      attempt((s) => s.removeItem(key), undefined);
    },
    keys: (prefix) => [
      ...new Set([
        ...attempt((s) => Object.keys(s).filter((key) => key.startsWith(prefix)), []),
        ...spare.keys(prefix),
      ]),
    ],
    lasts: spare.lasts,
  };
}

/** The shelf of this phone. */
export const phone: Shelf = shelfOver(() => localStorage);

/** A kept thing read back, or nothing when it is not there or cannot be read. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the twin of writeKept: what went in comes out
export function readKept<T>(shelf: Shelf, key: string): T | undefined {
  const text = shelf.read(key);
  if (text === undefined) return undefined;
  try {
    // Written by this same app under this very key; the caller says what it put there.
    return JSON.parse(text) as T;
  } catch {
    shelf.drop(key);
    return undefined;
  }
}
export const writeKept = (shelf: Shelf, key: string, thing: unknown): void =>
  shelf.write(key, JSON.stringify(thing));
