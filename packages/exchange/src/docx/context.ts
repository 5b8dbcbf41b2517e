import type { Field } from "./fields.ts";
import type { Notes } from "./notes.ts";
import type { Numbering } from "./numbering.ts";
import type { Relation } from "./relations.ts";
import type { Remarks } from "../flow/remarks.ts";
import type { RemarkCode } from "./codes.ts";
import type { Styles } from "./styles.ts";

/** What it takes to understand the text of a document, and what was found out on the way through it. */
export type Context = {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly notes: Notes;
  readonly remarks: Remarks<RemarkCode>;
  /** Fields that are open at this point, from the outermost; they may reach over paragraphs. */
  readonly fields: Field[];
};
