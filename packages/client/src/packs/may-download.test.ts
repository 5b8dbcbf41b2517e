import { expect, it } from "vitest";
import { mayDownload } from "./may-download.ts";

it.each([
  ["Wi-Fi", { type: "wifi" }, {}, true],
  ["a cable", { type: "ethernet" }, {}, true],
  ["a mobile network", { type: "cellular" }, {}, false],
  ["a network that does not say", { type: "unknown" }, {}, false],
  ["a browser that tells nothing", undefined, {}, false],
  ["Wi-Fi of somebody who saves data", { type: "wifi", saveData: true }, {}, false],
  ["Wi-Fi with data-saving chosen here", { type: "wifi" }, { thrifty: true }, false],
  [
    "a mobile network, and she says now",
    { type: "cellular", saveData: true },
    { saysNow: true },
    true,
  ],
] as const)("%s: fetched without asking is %4$s", (_, connection, how, may) => {
  expect(mayDownload(connection, { saysNow: false, ...how })).toBe(may);
});
