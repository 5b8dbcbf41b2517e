import type { ImportedBlock } from "../imported.ts";

/** A block, and the paragraph of the document it begins with. `Own` is what the reader made itself. */
export type Placed<Own = never> = { readonly at: number; readonly block: ImportedBlock | Own };
