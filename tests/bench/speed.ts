import { type BrowserContext } from "playwright-core";

/** For how long each half of the measure runs, in milliseconds. */
const HALF_MS = 500;

/**
 * How fast this computer is at this moment, as Lighthouse's `BenchmarkIndex`: how often in a second, by ten, its browser puts 10,000
 * letters together and copies 100,000 numbers, the middle of both. A desktop of 2020 has 1,500 to 2,000, a low-end one 1,000 to 1,500.
 *
 * Source: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md#benchmarking-cpu-power
 */
export async function speedOf(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  try {
    return await page.evaluate((ms) => {
      const tens = (once: (turn: number) => void): number => {
        const begun = performance.now();
        let turns = 0;
        while (turns % 10 > 0 || performance.now() - begun < ms) once(turns++);
        return turns / 10 / ((performance.now() - begun) / 1000);
      };
      const numbers = [0, 1].map(() => Array.from({ length: 100_000 }, (_, at) => at));
      const letters = tens(() => {
        let text = "";
        for (let at = 0; at < 10_000; at++) text += "a";
        if (text.length === 1) throw new Error("Never; but what nobody reads would not be made.");
      });
      const copies = tens((turn) => {
        const [from = [], to = []] = turn % 2 === 0 ? numbers : numbers.toReversed();
        for (let at = 0; at < from.length; at++) to[at] = from[at] ?? 0;
      });
      return (letters + copies) / 2;
    }, HALF_MS);
  } finally {
    await page.close();
  }
}
