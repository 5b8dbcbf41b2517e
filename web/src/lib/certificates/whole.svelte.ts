import { isProblem } from "#lib";
import type { Batch } from "#lib/office/paged.svelte.ts";

/** A list read to its end, page by page without being asked: whoever looks at it wants to know how many there are. */
export function whole<Row>(read: (after: string | undefined) => Promise<Batch<Row>>) {
  let rows = $state.raw<readonly Row[]>([]);
  let busy = $state(false);
  let isLoaded = $state(false);
  let error = $state.raw<unknown>();
  let turn = 0;

  return {
    get rows() {
      return rows;
    },
    get busy() {
      return busy;
    },
    get isLoaded() {
      return isLoaded;
    },
    get error() {
      return error;
    },
    async start(): Promise<void> {
      turn += 1;
      const mine = turn;
      busy = true;
      error = undefined;
      try {
        const all: Row[] = [];
        let after: string | undefined;
        do {
          const page = await read(after);
          if (mine !== turn) return;
          all.push(...page.rows);
          after = page.next;
          // What is there is shown while the others come; read anew, what was shown stays until all are there.
          if (all.length > rows.length || after === undefined) rows = [...all];
        } while (after !== undefined);
        isLoaded = true;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        if (mine === turn) error = cause;
      } finally {
        if (mine === turn) busy = false;
      }
    },
  };
}
