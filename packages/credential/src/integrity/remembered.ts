// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- these modules have no types, and who checks the pages reads no folder of ours
/// <reference path="./libraries.d.ts" />
import context from "jsonld/lib/context.js";

/** So many contexts at most: somebody's document may nest types as nobody else's does, and must not fill a phone. */
const MOST = 500;

/**
 * What one context makes of another, worked out once. `jsonld` keeps that by which context it began from, but copies that one wherever a
 * type brings words of its own, and finds nothing again: seven of nine milliseconds a credential went there. A context is not changed
 * once it is made, and ours are always the same few.
 */
export class Remembered {
  #made = new WeakMap<ActiveContext, Map<unknown, ActiveContext>>();
  #count = 0;
  #initial: ActiveContext | undefined;

  /** From where a document is read. What is made of it goes back to the very context before, not to a copy. */
  initial(make: () => ActiveContext): ActiveContext {
    if (!this.#initial || this.#count > MOST) {
      this.#made = new WeakMap();
      this.#count = 0;
      this.#initial = make().clone();
      this.#initial.revertToPreviousContext = previous;
    }
    return this.#initial;
  }

  async made(wish: Processing, make: () => Promise<ActiveContext>): Promise<ActiveContext> {
    const { activeCtx, localCtx, propagate = true, overrideProtected = false } = wish;
    const known = this.#made.get(activeCtx) ?? new Map<unknown, ActiveContext>();
    this.#made.set(activeCtx, known);
    const way = `${propagate} ${overrideProtected} ${JSON.stringify(localCtx)}`;
    const existing = known.get(way);
    if (existing) return existing;
    const made = await make();
    known.set(way, made);
    this.#count += 1;
    return made;
  }
}

function previous(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this;
}

const { process } = context;
/** For who asks with a `Remembered` among the options; everybody else's are worked out as before. */
context.process = (wish) => {
  const { remembered } = wish.options;
  // While a context is looked through for faults it leads itself on, from copies that nobody meets again.
  if (!remembered || wish.cycles) return process(wish);
  return remembered.made(wish, () => process(wish));
};
