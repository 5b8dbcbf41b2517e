import type { Batch } from "./paged.svelte.ts";

/** A choice must show everything there is to choose from; more than this many pages is no list to choose from by eye. */
const MOST_PAGES = 20;

/** All rows of a list, for a field that chooses among them. */
export async function everyPage<Row>(
  read: (after: string | undefined) => Promise<Batch<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const batch = await read(after);
    rows.push(...batch.rows);
    after = batch.next;
    if (after === undefined) break;
  }
  return rows;
}
