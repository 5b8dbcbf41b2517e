import { t } from "../i18n.svelte.ts";

/** Where something may be put: behind a block, at the beginning of a module, … The caller names its places. */
export type Slot = string;

type Given = {
  /** The places where it may lie, its own among them, in the order of the page. */
  readonly slots: (key: string) => readonly Slot[];
  /** Where it lies. */
  readonly at: (key: string) => Slot;
  readonly name: (key: string) => string;
  /** A place in words: "third of seven". */
  readonly place: (key: string, slot: Slot) => string;
  readonly drop: (key: string, slot: Slot) => void;
};
export type Reordering = ReturnType<typeof reordering>;

/**
 * What is lifted from its place, and the place over which it is held: by a pointer or by keys, which end in the same drop. What
 * happens is told in the reader's language to whoever cannot see it.
 */
export function reordering({ slots, at, name, place, drop }: Given) {
  let lifted = $state<string>();
  let over = $state<Slot>();
  let said = $state("");

  function end(words: string): void {
    lifted = undefined;
    over = undefined;
    said = words;
  }
  return {
    get said() {
      return said;
    },
    isLifted: (key: string): boolean => lifted === key,
    /** Whether what is lifted would come to lie there. */
    isTarget: (slot: Slot): boolean => lifted !== undefined && over === slot && slot !== at(lifted),
    lift(key: string): void {
      lifted = key;
      over = at(key);
      said = t("studio.reorder.lifted", { name: name(key), place: place(key, over) });
    },
    hold(slot: Slot): void {
      if (lifted === undefined || slot === over) return;
      over = slot;
      said = place(lifted, slot);
    },
    /** One place on, or back. */
    step(by: 1 | -1): void {
      if (lifted === undefined || over === undefined) return;
      const all = slots(lifted);
      const next = all[all.indexOf(over) + by];
      if (next !== undefined) this.hold(next);
    },
    drop(): void {
      if (lifted === undefined || over === undefined) return;
      const [key, slot] = [lifted, over];
      const isMoved = slot !== at(key);
      end(t("studio.reorder.dropped", { name: name(key), place: place(key, slot) }));
      if (isMoved) drop(key, slot);
    },
    cancel(): void {
      if (lifted !== undefined) end(t("studio.reorder.cancelled", { name: name(lifted) }));
    },
    /** Straight to another place, without being lifted. */
    move(key: string, slot: Slot): void {
      end(t("studio.reorder.dropped", { name: name(key), place: place(key, slot) }));
      if (slot !== at(key)) drop(key, slot);
    },
    /** The place before or behind its own; nothing at the end. */
    next(key: string, by: 1 | -1): Slot | undefined {
      const all = slots(key);
      return all[all.indexOf(at(key)) + by];
    },
    slots,
    at,
    place,
    /** The place under a pointer: the last one whose middle lies above it. */
    under(root: ParentNode, y: number): Slot | undefined {
      if (lifted === undefined) return undefined;
      const all = slots(lifted);
      const above = all.filter((slot) => {
        const box = root.querySelector(`[data-slot="${slot}"]`)?.getBoundingClientRect();
        return box !== undefined && box.top + box.height / 2 < y;
      });
      return above.at(-1) ?? all[0];
    },
  };
}
