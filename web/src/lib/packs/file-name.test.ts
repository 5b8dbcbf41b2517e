import { expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

it.each([
  ["Créer et diriger une coopérative", 3, "Créer-et-diriger-une-coopérative-v3.twiza"],
  ["../../etc/passwd: a*b?", 1, "etc-passwd-a-b-v1.twiza"],
  ["تأسيس التعاونية", 12, "تأسيس-التعاونية-v12.twiza"],
  ["…", 1, "twiza-v1.twiza"],
  ["x".repeat(300), 1, `${"x".repeat(60)}-v1.twiza`],
])("%s becomes a name that every card takes", (title, version, name) => {
  expect(fileNameOf(title, version)).toBe(name);
});
