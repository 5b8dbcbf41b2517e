import type { ImportedBlock } from "../../imported.ts";

/** A block, and the paragraph of the document it begins with. */
export type Placed = { readonly at: number; readonly block: ImportedBlock };
