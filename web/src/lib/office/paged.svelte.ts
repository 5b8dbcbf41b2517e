import { untrack } from "svelte";
import { isProblem } from "../problem.ts";
import { aboutAddress } from "./about-address.ts";
import { joined, withRow } from "./joined.ts";

export type Batch<Row> = { readonly rows: readonly Row[]; readonly next?: string | undefined };
type Source<Row> = {
  read: (after: string | undefined) => Promise<Batch<Row>>;
  keyOf: (row: Row) => string;
};

/** A page of a search may hold nothing and lead on to the next: so many in a row, then the reader is asked. */
const PATIENCE = 8;

/** A list that comes page by page, as reactive values. Rows already there are not touched when more come. */
export function paged<Row>({ read, keyOf }: Source<Row>) {
  let rows = $state.raw<readonly Row[]>([]);
  let next = $state.raw<string>();
  let isLoaded = $state(false);
  let busy = $state(false);
  let error = $state.raw<unknown>();
  let turn = 0;

  async function go(from: string | undefined, keep: boolean): Promise<void> {
    turn += 1;
    const mine = turn;
    busy = true;
    error = undefined;
    try {
      let after = from;
      let kept = keep ? rows : [];
      for (let page = 0; page < PATIENCE; page++) {
        const batch = await read(after);
        // Somebody asked anew meanwhile: this answer is about an older question.
        if (mine !== turn) return;
        kept = joined(kept, batch.rows, keyOf);
        after = batch.next;
        if (after === undefined || batch.rows.length > 0) break;
      }
      rows = kept;
      next = after;
      isLoaded = true;
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      if (mine === turn) error = aboutAddress(cause);
    } finally {
      if (mine === turn) busy = false;
    }
  }

  return {
    get rows() {
      return rows;
    },
    get isLoaded() {
      return isLoaded;
    },
    get hasMore() {
      return next !== undefined;
    },
    get busy() {
      return busy;
    },
    get error() {
      return error;
    },
    /** Reads from the beginning; what is shown stays until the answer is there. */
    start: () => untrack(() => go(undefined, false)),
    more: async () => {
      if (!busy && next !== undefined) await go(next, true);
    },
    put: (row: Row) => {
      rows = withRow(rows, row, keyOf);
    },
  };
}
export type Paged<Row> = ReturnType<typeof paged<Row>>;
