import { describe, expect, it } from "vitest";
import { tableOf } from "./table.ts";

describe("a table to take out", () => {
  it("holds what was said, whatever signs are in it, and nothing that a spreadsheet would reckon", async () => {
    const rows = [["Nom", "Avant"], ['Fadma "F"', "60"], ["=1+1", "@x"], ["'-1", "60 %"]];
    const text = await tableOf(rows).text();
    expect(text).toBe('"Nom","Avant"\r\n"Fadma ""F""","60"\r\n"\'=1+1","\'@x"\r\n"\'\'-1","60 %"\r\n');
    expect(new Uint8Array(await tableOf([]).arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  }); // prettier-ignore
});
