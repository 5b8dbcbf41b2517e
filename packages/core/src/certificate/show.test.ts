import { CERTIFICATE_SHOWS } from "@twiza/contract/certificate-limits";
import fc from "fast-check";
import { expect, it } from "vitest";
import { laterWish } from "./show.ts";

type Shows = Parameters<typeof laterWish>[1];
const wish = fc.record({
  as: fc.constantFrom(...CERTIFICATE_SHOWS),
  wishedAt: fc.constantFrom<string>("2026-03-01T08:00:00.000Z", "2026-03-01T08:00:00.001Z", "2026-03-02T00:00:00.000Z"), // prettier-ignore
});

it("of all that she wished the latest counts, in whatever order it comes and however often", () => {
  const arrived = fc.array(wish, { minLength: 1, maxLength: 6 }).chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc
        .array(fc.constantFrom(...all), { maxLength: 6 })
        .chain((again) =>
          fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
        ),
    ),
  );
  fc.assert(
    fc.property(arrived, ([all, late]) => {
      const [first, ...rest] = all;
      const counts = rest.reduce(laterWish, first);
      expect(late.reduce<Shows | undefined>(laterWish, undefined)).toEqual(counts);
      const latest = all.map(({ wishedAt }) => wishedAt).sort().at(-1); // prettier-ignore
      expect(counts?.wishedAt).toBe(latest);
    }),
  );
});

it("and of two at one moment the one that shows less", () => {
  const at = { wishedAt: "2026-03-01T08:00:00.000Z" };
  const closed = { as: "closed", ...at } as const;
  expect(laterWish({ as: "brief", ...at }, closed)).toBe(closed);
  expect(laterWish(closed, { as: "whole", ...at })).toBe(closed);
});
