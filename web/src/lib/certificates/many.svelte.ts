import { isProblem, type Problem } from "../problem.ts";
import { newIntent } from "../intent.ts";

type One = { readonly id: string };
/** One that was refused, and why. */
export type Failed<Item> = { readonly item: Item; readonly problem: Problem };

/**
 * The same done to many, one after the other, each a wish of its own: one that fails keeps none of the others back, and is named.
 * Tried again it is the same wish, so that what was done though its answer was lost is not done twice.
 */
export function many<Item extends One>(send: (item: Item, intentId: string) => Promise<unknown>) {
  const intents: Record<string, string> = {};
  let busy = $state(false);
  let total = $state(0);
  let done = $state(0);
  let failed = $state.raw<readonly Failed<Item>[]>([]);
  const intentOf = (id: string): string => (intents[id] ??= newIntent());

  async function run(items: readonly Item[]): Promise<void> {
    if (busy) return;
    busy = true;
    failed = [];
    try {
      for (const item of items)
        try {
          await send(item, intentOf(item.id));
          done += 1;
        } catch (cause) {
          if (!isProblem(cause)) throw cause;
          failed = [...failed, { item, problem: cause }];
        }
    } finally {
      busy = false;
    }
  }

  return {
    get busy() {
      return busy;
    },
    get total() {
      return total;
    },
    /** Done for so many; together with those that failed it is how far it has come. */
    get done() {
      return done;
    },
    get failed() {
      return failed;
    },
    /** It has been begun, whether it is through or not. */
    get isBegun() {
      return total > 0;
    },
    start: async (items: readonly Item[]): Promise<void> => {
      if (busy) return;
      [total, done] = [items.length, 0];
      await run(items);
    },
    /** Those that failed, once more. */
    again: () => run(failed.map(({ item }) => item)),
    forget: (): void => {
      if (!busy) [total, done, failed] = [0, 0, []];
    },
  };
}
export type Many<Item extends One> = ReturnType<typeof many<Item>>;
