import * as z from "zod";
import type { Line } from "./line.ts";

/**
 * The middle of the class of computers for which Lighthouse's multipliers are meant, by its own measure, the `BenchmarkIndex`.
 *
 * Source: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md#calibrating-the-cpu-slowdown
 */
export const DESKTOP = 1750;

/** How the phone and its line are slowed. `standard` is Lighthouse's own mobile: 1.6 Mbit/s, 150 ms, 4× slower processor. */
export type Profile = {
  readonly name: "standard" | "harsh";
  readonly line: Line;
  /** How fast the phone's processor is, as `BenchmarkIndex`. A Moto G Power of 2022 has 264, says Chromium, and a Pixel 5 1,000. */
  readonly speed: number;
  /** Milliseconds until the largest thing on the screen is painted, at most. */
  readonly mostLcp: number;
};
export const PROFILES: readonly Profile[] = [
  { name: "standard", line: { rttMs: 150, kbps: 1638 }, speed: DESKTOP / 4, mostLcp: 2000 },
  { name: "harsh", line: { rttMs: 400, kbps: 400 }, speed: DESKTOP / 6, mostLcp: 3500 },
];

export const COLUMNS = [
  "profile",
  "page",
  "language",
  "slowdown",
  "performance",
  "accessibility",
  "bestPractices",
  "seo",
  "lcpMs",
  "tbtMs",
  "cls",
  "transferKiB",
  "requests",
] as const;
/** One run: scores of 100, times in milliseconds, what came over the wire in KiB. */
export type Figures = Readonly<
  Record<Exclude<(typeof COLUMNS)[number], "profile" | "page" | "language">, number>
> & {
  readonly profile: Profile["name"];
  readonly page: string;
  readonly language: string;
};

const Score = z.object({ score: z.number().nullable() });
const Audit = z.object({ numericValue: z.number() });
const Report = z.object({
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.object({
    performance: Score,
    accessibility: Score,
    "best-practices": Score,
    seo: Score,
  }),
  audits: z.object({
    "largest-contentful-paint": Audit,
    "total-blocking-time": Audit,
    "cumulative-layout-shift": Audit,
    "total-byte-weight": Audit,
    "network-requests": z.object({ details: z.object({ items: z.array(z.unknown()) }) }),
  }),
});

type Measured = {
  readonly page: string;
  readonly language: string;
  readonly profile: Profile;
  readonly slowdown: number;
};

/** How fast this computer was as a report was made. */
export const speedIn = (report: string): number =>
  Report.parse(JSON.parse(report)).environment.benchmarkIndex;

/** What a report of Lighthouse says. @throws ZodError when it could not measure */
export function figuresOf(
  report: string,
  { page, language, profile, slowdown }: Measured,
): Figures {
  const { categories, audits } = Report.parse(JSON.parse(report));
  const score = (name: keyof typeof categories): number =>
    Math.round(100 * (categories[name].score ?? 0));
  return {
    profile: profile.name,
    page,
    language,
    slowdown,
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    lcpMs: Math.round(audits["largest-contentful-paint"].numericValue),
    tbtMs: Math.round(audits["total-blocking-time"].numericValue),
    cls: Math.round(1000 * audits["cumulative-layout-shift"].numericValue) / 1000,
    transferKiB: Math.round(audits["total-byte-weight"].numericValue / 102.4) / 10,
    requests: audits["network-requests"].details.items.length,
  };
}

/**
 * Of several runs the middle one of each figure. One run says little of times: a page without any script was blocked for 0 to 80 ms on
 * one computer within minutes. Source: https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md
 */
export function medianOf(runs: readonly Figures[]): Figures {
  const [first] = runs;
  if (!first) throw new Error("Nothing was measured.");
  const middle = (column: (typeof COLUMNS)[number]) =>
    [column, middleOf(runs.map((run) => Number(run[column])))] as const;
  const figures = COLUMNS.slice(3).map(middle);
  return { ...first, ...(Object.fromEntries(figures) as Partial<Figures>) };
}

/** @throws Error of none */
export function middleOf(figures: readonly number[]): number {
  const middle = figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)];
  if (middle === undefined) throw new Error("Of nothing there is no middle.");
  return middle;
}

/** Each figure that is not as good as promised, in words. Of the harsh profile only the first paint is promised. */
export function misses(row: Figures): readonly string[] {
  const mostLcp = PROFILES.find(({ name }) => name === row.profile)?.mostLcp ?? 0;
  const promises: readonly (readonly [boolean, string])[] = [
    [row.lcpMs <= mostLcp, `largest paint ${row.lcpMs} ms, at most ${mostLcp}`],
    [row.cls <= 0.02, `layout shift ${row.cls}, at most 0.02`],
    ...(row.profile === "harsh"
      ? []
      : ([
          [row.performance >= 95, `performance ${row.performance}, at least 95`],
          [row.tbtMs <= 50, `blocked for ${row.tbtMs} ms, at most 50`],
        ] as const)),
    [row.accessibility === 100, `accessibility ${row.accessibility}, not 100`],
    [row.bestPractices === 100, `best practices ${row.bestPractices}, not 100`],
    [row.seo === 100, `SEO ${row.seo}, not 100`],
  ];
  const where = `${row.profile} ${row.page} ${row.language}`;
  return promises.flatMap(([holds, what]) => (holds ? [] : [`${where}: ${what}`]));
}
