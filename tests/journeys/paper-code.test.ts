import { learners } from "@twiza/content";
import { shortId } from "@twiza/credential/paper-code";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse, type Visitor } from "../house/house.ts";

let house: House;
let anybody: Visitor;
let id: string;
beforeAll(async () => {
  house = await openHouse();
  anybody = await house.as(learners.certified.contact);
  id = (await anybody.do("listWallet", { query: {} })).certificates[0]?.id ?? "";
});
afterAll(() => house.close());

it("the short address on paper leads to the certificate's page, and one that is none to the page that says so", async () => {
  const led = await anybody.fetch(`/v/${shortId(id)}`);
  expect([led.status, led.headers.get("location")]).toEqual([302, `/verify/${id}`]);
  const nowhere = await anybody.fetch("/v/short");
  expect(nowhere.headers.get("location")).toBe("/verify/unknown");
  expect((await anybody.fetch("/verify/unknown")).status).toBe(404);
});

it("the register's answer may be shown by a page of anybody, and nothing else of ours may", async () => {
  const told = await anybody.fetch(`/api/verify/${id}`);
  expect(told.headers.get("access-control-allow-origin")).toBe("*");
  expect(told.headers.get("access-control-allow-credentials")).toBeNull();
  const wallet = await anybody.fetch("/api/wallet");
  expect(wallet.headers.get("access-control-allow-origin")).toBeNull();
});
