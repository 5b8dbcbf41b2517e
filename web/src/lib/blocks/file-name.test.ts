import { describe, expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

describe("a document among the downloads", () => {
  it.each([
    ["Registre de caisse", "Registre-de-caisse.pdf"],
    ["دفتر الصندوق 2026", "دفتر-الصندوق-2026.pdf"],
    ["ⴰⴷⵍⵉⵙ ⵏ ⵓⵙⵏⴷⵓⵇ", "ⴰⴷⵍⵉⵙ-ⵏ-ⵓⵙⵏⴷⵓⵇ.pdf"],
    ["../../etc/passwd", "etc-passwd.pdf"],
    ["a\u202Egpj.exe", "a-gpj-exe.pdf"],
    ["!?", "twiza.pdf"],
    ["x".repeat(200), "twiza.pdf"],
  ])("of %s is called by words that every system takes", (title, name) => {
    expect(fileNameOf(title, "application/pdf")).toBe(name);
  });
});
