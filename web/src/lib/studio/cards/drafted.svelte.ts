import type { Hash } from "@twiza/contract";
import { isProblem, newIntent } from "#lib";
import { opened } from "../../office/opened.svelte.ts";

/** A thing of a draft, with the mark that changes with every word of it. */
export type Kept<Thing> = { readonly mark: Hash; readonly thing: Thing };
type All<Thing> = readonly Kept<Thing>[];
/** Behind another one; without it, before all others. */
export type Arranging = {
  readonly intentId: string;
  readonly commands: [
    | { readonly do: "move"; readonly id: string; readonly after?: string }
    | { readonly do: "remove"; readonly id: string },
  ];
};
type Ways<Thing> = {
  readonly read: () => Promise<All<Thing>>;
  readonly save: (
    thing: Thing,
    more: { readonly intentId: string; readonly after?: string },
  ) => Promise<All<Thing>>;
  readonly arrange: (body: Arranging) => Promise<All<Thing>>;
};

/** Things of a draft that are written one by one and put in order: as the server said them last, and what an author does to them. */
export function drafted<Thing extends { readonly id: string }>(ways: Ways<Thing>) {
  const page = opened(ways.read);
  let latest = $state.raw<All<Thing>>();
  let busy = $state(false);
  let problem = $state.raw<unknown>();
  const kept = (): All<Thing> | undefined => latest ?? page.value;

  async function ask(work: () => Promise<All<Thing>>): Promise<boolean> {
    if (busy) return false;
    busy = true;
    problem = undefined;
    try {
      latest = await work();
      return true;
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      problem = cause;
      return false;
    } finally {
      busy = false;
    }
  }
  const arrange = (command: Arranging["commands"][0]): Promise<boolean> => {
    const body: Arranging = { intentId: newIntent(), commands: [command] };
    return ask(() => ways.arrange(body));
  };
  const move = (id: string, after: string | undefined): Promise<boolean> =>
    arrange({ do: "move", id, ...(after !== undefined && { after }) });

  return {
    /** Nothing before the first answer. */
    get things(): readonly Thing[] | undefined {
      return kept()?.map(({ thing }) => thing);
    },
    /** The same with their marks. */
    get all(): All<Thing> {
      return kept() ?? [];
    },
    get error() {
      return page.error;
    },
    /** What kept the last act from being done. */
    get problem() {
      return problem;
    },
    get busy() {
      return busy;
    },
    /** What stands there, with the mark that goes back with what is written of it. */
    of: (id: string): Kept<Thing> | undefined => kept()?.find(({ thing }) => thing.id === id),
    open(): Promise<void> {
      latest = undefined;
      return page.open();
    },
    take(now: All<Thing>): void {
      latest = now;
    },
    move,
    /** @returns how to put it back where it stood, once it is gone */
    async remove(thing: Thing): Promise<(() => Promise<void>) | undefined> {
      const ids = (kept() ?? []).map(({ thing: { id } }) => id);
      const before = ids[ids.indexOf(thing.id) - 1];
      if (!(await arrange({ do: "remove", id: thing.id }))) return undefined;
      return async () => {
        const more = { intentId: newIntent(), ...(before !== undefined && { after: before }) };
        const isBack = await ask(() => ways.save(thing, more));
        // Behind nothing it came last: it stood first.
        if (isBack && before === undefined) await move(thing.id, undefined);
      };
    },
  };
}
