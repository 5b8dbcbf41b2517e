import type { Node } from "mdast";

/** Something an author has to mend: which file, which line (from 1), and what to write instead. */
export class ContentFault extends Error {
  readonly file: string;
  readonly line: number;

  constructor({ file, line, message }: { file: string; line: number; message: string }) {
    super(message);
    this.name = "ContentFault";
    this.file = file;
    this.line = line;
  }

  override toString(): string {
    return `${this.file}:${this.line} ${this.message}`;
  }
}

/** All faults of a course at once, since an author mends in one sitting. */
export class ContentFaults extends Error {
  readonly faults: readonly ContentFault[];

  constructor(faults: readonly ContentFault[]) {
    super(faults.map(String).join("\n"));
    this.name = "ContentFaults";
    this.faults = faults;
  }
}

/** Tells a fault of the file at hand, at a node or a line. */
export type Report = (at: Node | number, message: string) => void;

/** Collects the faults of one file into `faults`. */
export const reportInto =
  (faults: ContentFault[], file: string): Report =>
  (at, message) => {
    const line = typeof at === "number" ? at : (at.position?.start.line ?? 1);
    faults.push(new ContentFault({ file, line, message }));
  };
