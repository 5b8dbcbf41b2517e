import type { Bytes } from "../flow/load-pictures.ts";
import { textOf, type XmlNode } from "../xml/node.ts";

function decoded(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    // No picture either, and told as one that is not there.
    return undefined;
  }
}

/** Files that are written into the file itself. Each field has a folder of its own: names are those of its author. */
export function base64Files() {
  const texts = new Map<string, string>();
  let folders = 0;
  const files: Bytes = {
    sizeOf: (name) => {
      const text = texts.get(name);
      return text === undefined ? undefined : Math.floor((text.length * 3) / 4);
    },
    read: async (name) => decoded((texts.get(name) ?? "").replaceAll(/\s+/g, "")),
  };
  return {
    files,
    /** @returns the folder of these files */
    add: (nodes: readonly XmlNode[]): string => {
      folders += 1;
      for (const node of nodes) {
        const path = (node.attributes.get("path") ?? "/").replaceAll(/^\/+|\/+$/g, "");
        const name = [String(folders), path, node.attributes.get("name") ?? ""];
        texts.set(name.filter(Boolean).join("/"), textOf(node));
      }
      return String(folders);
    },
  };
}
