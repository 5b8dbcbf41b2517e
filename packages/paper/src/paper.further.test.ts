import { expect, it } from "vitest";
import { openEngine } from "./engine.ts";
import { inPackage, nativeInPackage } from "./in-package.ts";
import { openPapers } from "./index.ts";
import { hostileNames } from "./testing/hostile-names.ts";
import { orderOf } from "./testing/order.ts";

it("a name stands as it was written, or is refused by the sign that no letter shows: two hundred hostile ones", async () => {
  const papers = openPapers(
    () => openEngine(inPackage, nativeInPackage),
    (error) => expect.fail(String(error)),
  );
  let shown = 0;
  for (const name of hostileNames()) {
    const made = await papers.pdf(orderOf({ facts: { learnerName: name }, languages: ["fr"] }));
    if (made instanceof Uint8Array) shown += 1;
    else expect(made.undisplayable).toMatch(/^(?:U\+[0-9A-F]{4,6}|.+)$/u);
  }
  expect(shown).toBeGreaterThan(100);
  expect(shown).toBeLessThan(200);
});
