import { describe, expect, test } from "vitest";
import { addressPrefix } from "./address.ts";

describe("the place an address stands for", () => {
  test.each([
    ["192.168.1.7", "192.168.1.7"],
    ["::ffff:192.168.1.7", "192.168.1.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2:ffff::9", "2001:db8:1:2"],
    ["2001:0DB8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ])("%s is %s", (address, prefix) => {
    expect(addressPrefix(address)).toBe(prefix);
  });
});
