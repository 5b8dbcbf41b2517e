import { ParcelContent } from "@twiza/contract";
import { expect, it } from "vitest";
import { append } from "../outbox.ts";
import { answered } from "../testing/happenings.ts";
import { ourServer } from "../testing/our-server.ts";
import { testPhone } from "../testing/phone.ts";
import { parcelsOf } from "./parcels.ts";
import { keepPasses } from "./pass.ts";

const server = ourServer();
const learnerId = `lrn_${"a".repeat(32)}`;
const ids = { learnerId, courseId: `crs_${"b".repeat(32)}` };
const lesson = `les_${"c".repeat(32)}`;

it("a parcel is one of many when there is much: ten thousand things are in a hundred, each within the server's limits", async () => {
  const phone = testPhone().open();
  await keepPasses(phone, [{ learnerId, pass: "a.b.c", expiresAt: "2026-05-30T08:00:00.000Z" }]);
  for (let n = 0; n < 10_000; n++) await append(phone, answered(n % 90, lesson, ids));
  const { parcels, entries } = await parcelsOf(phone, learnerId, server.sealing);
  expect([parcels.length, entries]).toEqual([100, 10_000]);
  expect(Math.max(...parcels.map(({ length }) => length))).toBeLessThan(60_000);
  const seqs: number[] = [];
  for (const parcel of [parcels[0], parcels[57], parcels[99]]) {
    const { things } = ParcelContent.parse((await server.open(parcel ?? "")).content);
    for (const thing of things)
      if ("events" in thing) seqs.push(...thing.events.map(({ seq }) => seq));
  }
  expect([seqs.length, seqs[0], seqs.at(-1)]).toEqual([300, 1, 10_000]);
}, 60_000);
