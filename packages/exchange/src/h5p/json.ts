/** What somebody else's JSON holds: nothing is taken for granted. */
export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** What lies at the end of a path of names. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce((inner, key) => own(inner, key), value);

/** A text; empty where there is none. */
export const textAt = (value: unknown, ...path: readonly string[]): string => {
  const text = at(value, ...path);
  return typeof text === "string" ? text : typeof text === "number" ? String(text) : "";
};

/** A list; empty where there is none. */
export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
};
