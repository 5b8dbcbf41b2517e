import type { Attachment } from "svelte/attachments";

/** Of a block's height on the screen: from here up it counts as reached, so that a glimpse of its edge does not. */
const REACHED_MARGIN = "-8px 0px -25% 0px";

/**
 * Follows which blocks are on the screen. `onplace` tells the topmost one, numbered from 1, each time it changes; it never tells
 * before `begin()`, so that going back to one's place is not taken for reading on.
 */
export function reading(onplace: (top: number, lowest: number) => void) {
  const visible = new Set<number>();
  let begun = false;
  let told = "";
  let observer: IntersectionObserver | undefined;
  const numbers = new Map<Element, number>();

  function tell(): void {
    if (!begun || visible.size === 0) return;
    const [top, lowest] = [Math.min(...visible), Math.max(...visible)];
    if (told === `${top} ${lowest}`) return;
    told = `${top} ${lowest}`;
    onplace(top, lowest);
  }
  function seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const number = numbers.get(target);
      if (number === undefined) continue;
      if (isIntersecting) visible.add(number);
      else visible.delete(number);
    }
    tell();
  }

  return {
    /** Attach to each block. */
    block: (number: number): Attachment => {
      return (element) => {
        observer ??= new IntersectionObserver(seen, { rootMargin: REACHED_MARGIN });
        numbers.set(element, number);
        observer.observe(element);
        return () => {
          observer?.unobserve(element);
          numbers.delete(element);
        };
      };
    },
    /** What was on the screen before she was taken to her place is forgotten: each block is looked at anew. */
    begin(): void {
      begun = true;
      observer?.takeRecords();
      visible.clear();
      for (const element of numbers.keys()) {
        observer?.unobserve(element);
        observer?.observe(element);
      }
    },
    end: (): void => observer?.disconnect(),
  };
}
