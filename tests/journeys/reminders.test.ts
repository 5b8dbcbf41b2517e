import { IntentId, type Proposing } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { newIntent } from "../house/house.ts";
import { openReminding, type Sent } from "../house/reminding.ts";

const DAY = 86_400_000;
const intentId = IntentId.parse(newIntent());
const to = (sent: readonly Sent[], name: string) =>
  sent.filter((message) => message.to === `${name}@example.org`);
const daysLeft = ({ at }: Sent, end = "") => Math.ceil((Date.parse(end) - Date.parse(at)) / DAY);

describe("before a certificate ends", () => {
  it("its holder, her trainer and the administrators get a message 90, 30 and 7 days before, each once and nothing after", async () => {
    const desk = await openReminding(1, 12);
    const { expiresAt, number } = await desk.issue(0);
    for (let day = 0; day < 380; day++) {
      await desk.run();
      await desk.run();
      desk.advance(1);
    }
    for (const name of ["fadma0", "rachid", "nadia", "youssef"]) {
      const messages = to(desk.sent, name);
      expect(messages.map((each) => daysLeft(each, expiresAt))).toEqual([90, 30, 7]);
      for (const { text } of messages) expect(text).toContain(number);
    }
    expect(desk.sent).toHaveLength(12);
    expect(to(desk.sent, "fadma0")[0]?.text).toMatch(/ⴰⵣⵓⵍ[^]*twiza\.example\/wallet/);
    expect(to(desk.sent, "nadia")[0]?.text).toMatch(/Bonjour[^]*Fadma 0[^]*2\smars\s2027/);
    await desk.close();
  }, 60_000);

  it("one message a day tells all that ends, and who has a telephone alone gets none", async () => {
    const desk = await openReminding(4, 12);
    const numbers: string[] = [];
    for (let n = 0; n < 4; n++) numbers.push((await desk.issue(n)).number);
    desk.advance(365 - 89);
    await desk.run();
    const [only, ...more] = to(desk.sent, "nadia");
    expect(more).toEqual([]);
    for (const number of numbers) expect(only?.text).toContain(number);
    expect(desk.sent.map((each) => each.to).sort()).toEqual(
      ["fadma0", "fadma2", "fadma3", "nadia", "rachid", "youssef"].map(
        (name) => `${name}@example.org`,
      ),
    );
    await desk.close();
  });

  it("what was not said on its day is said on the next, by another run or another messenger; but never after the end", async () => {
    const desk = await openReminding(1, 12);
    const { expiresAt } = await desk.issue(0);
    desk.advance(365 - 80);
    desk.break(true);
    await expect(desk.run()).rejects.toThrow("messages were not sent");
    expect(desk.sent).toEqual([]);
    desk.break(false);
    await desk.run();
    expect(to(desk.sent, "fadma0").map((each) => daysLeft(each, expiresAt))).toEqual([80]);
    desk.break(true);
    desk.advance(55);
    await expect(desk.run()).rejects.toThrow("messages were not sent");
    desk.advance(26);
    desk.break(false);
    await desk.run();
    expect(to(desk.sent, "fadma0")).toHaveLength(1);
    await desk.close();
  });

  it.each<[string, Proposing]>([
    ["revoked", { act: "revoke", reason: "error", intentId }],
    ["suspended", { act: "suspend", reason: "inquiry", intentId }],
    ["renewed", { act: "renew", intentId }],
  ])("nobody is reminded of one that is %s", async (_, wanted) => {
    const desk = await openReminding(1, 12);
    await desk.issue(0);
    desk.advance(365 - 85);
    await desk.act(0, wanted);
    for (let day = 0; day < 90; day++) {
      await desk.run();
      desk.advance(1);
    }
    expect(desk.sent).toEqual([]);
    await desk.close();
  });

  it("nor of days that it did not have when it was issued", async () => {
    const desk = await openReminding(1, 1);
    const { expiresAt } = await desk.issue(0);
    for (let day = 0; day < 40; day++) {
      await desk.run();
      desk.advance(1);
    }
    expect(to(desk.sent, "fadma0").map((each) => daysLeft(each, expiresAt))).toEqual([30, 7]);
    await desk.close();
  });
});
