import { expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

it.each([
  [
    "Mozilla/5.0 (Linux; Android 13; SM-A047F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
    "Android · Chrome",
  ],
  [
    "Mozilla/5.0 (Linux; Android 12) SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36",
    "Android · Samsung Internet",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1",
    "iPhone · Safari",
  ],
  ["Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Windows · Edge"],
  ["curl/8", undefined],
  ["", undefined],
])("%s is named as its owner knows it", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
