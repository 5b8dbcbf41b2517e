/** Room for what lies over the page's edges: a finger's breadth above, the bars below. */
const ABOVE = 24;
const BELOW = 220;
/** Whoever has just moved the page herself wants to look there. */
const HER_OWN_MILLISECONDS = 4000;

/** Keeps what is spoken on the screen, unless the reader has just scrolled herself. Those who want no motion get a step. */
export function follower() {
  let moved = -HER_OWN_MILLISECONDS;
  const note = (): void => {
    moved = performance.now();
  };
  for (const event of ["wheel", "touchmove"]) addEventListener(event, note, { passive: true });
  return {
    show({ top, bottom }: Pick<DOMRect, "top" | "bottom">): void {
      const isSeen = top >= ABOVE && bottom <= innerHeight - BELOW;
      if (isSeen || performance.now() - moved < HER_OWN_MILLISECONDS) return;
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
      scrollBy({ top: top - innerHeight / 5, behavior: isStill ? "instant" : "smooth" });
    },
    /** A tap on Listen is a wish to be led again. */
    lead: (): void => {
      moved = -HER_OWN_MILLISECONDS;
    },
  };
}
