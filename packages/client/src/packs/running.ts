import type { Outside } from "./outside.ts";

/** `work` is missing while another tab has its turn. */
type Running = { readonly stop: AbortController; work?: Promise<void> };

/** The downloads of this tab, one of a course at most. */
export function runningIn({ alone = (_, work) => work() }: Pick<Outside, "alone">) {
  const all = new Map<string, Running>();
  return {
    has: (courseId: string): boolean => all.has(courseId),

    /** Does it once no other tab is at that course; nothing when this one already is. Whoever calls it off ends it without a fault. */
    async run(courseId: string, bring: (signal: AbortSignal) => Promise<void>): Promise<void> {
      if (all.has(courseId)) return;
      const own: Running = { stop: new AbortController() };
      all.set(courseId, own);
      const { signal } = own.stop;
      const work = async (): Promise<void> => {
        // Called off before its turn came.
        signal.throwIfAborted();
        await (own.work = bring(signal));
      };
      try {
        await alone(`twiza.pack.${courseId}`, work);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        if (all.get(courseId) === own) all.delete(courseId);
      }
    },

    stop: (courseId: string): void => all.get(courseId)?.stop.abort(),

    /**
     * Ends once nothing more is written: a piece that has arrived is kept even though nobody waits for it. What waits for another
     * tab writes nothing, and is not waited for.
     */
    async halt(courseId: string): Promise<void> {
      const own = all.get(courseId);
      own?.stop.abort();
      await own?.work?.catch(() => undefined);
      if (all.get(courseId) === own) all.delete(courseId);
    },
  };
}
