import type { Sign } from "./inline-codes.ts";

/** What a sign would be on a page, for the eye of a translator's program: where it begins, and where it ends. */
export function dataOf(sign: Sign): readonly [start: string, end?: string] {
  if (sign.type === "bold") return ["<strong>", "</strong>"];
  if (sign.type === "italic") return ["<em>", "</em>"];
  if (sign.type === "link") return [`<a href="${sign.attrs.href}">`, "</a>"];
  return ["<br>"];
}

/** Keeps what signs would be, each once in a unit, under an id. */
export function originalData() {
  const ids = new Map<string, string>();
  return {
    idOf: (data: string): string => {
      const id = ids.get(data) ?? `d${ids.size + 1}`;
      ids.set(data, id);
      return id;
    },
    all: () => [...ids].map(([data, id]) => ({ id, data })),
  };
}
export type OriginalData = ReturnType<typeof originalData>;

/** What XLIFF calls each sign: `type` and `subType`. */
export const TYPES = {
  bold: { type: "fmt", subType: "xlf:b" },
  italic: { type: "fmt", subType: "xlf:i" },
  link: { type: "link", subType: undefined },
  break: { type: "fmt", subType: "xlf:lb" },
} as const satisfies Record<Sign["type"], object>;
