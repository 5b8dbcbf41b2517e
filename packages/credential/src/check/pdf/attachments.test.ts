import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentsIn } from "./attachments.ts";
import { pdfWith } from "./testing/pdf.ts";

const texts = (found: Awaited<ReturnType<typeof attachmentsIn>>) =>
  typeof found === "string" ? found : found.map((bytes) => new TextDecoder().decode(bytes));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the files that a PDF carries", () => {
  it.each([false, true])("are found, plain or packed into object streams (%s)", async (packed) => {
    const file = await pdfWith(
      [
        { name: "credential.jwt", content: "a.b.c" },
        { name: "readable.json", content: '{"obj": "5 0 obj endstream"}' },
      ],
      { packed },
    );
    expect(texts(await attachmentsIn(file))).toEqual(["a.b.c", '{"obj": "5 0 obj endstream"}']);
  });

  it("are found as well where an older state of the file hides them", async () => {
    const older = await pdfWith([{ name: "credential.jwt", content: "older" }], { packed: true });
    const newer = await pdfWith([{ name: "credential.jwt", content: "newer" }], { packed: false });
    expect(texts(await attachmentsIn(new Uint8Array([...older, ...newer])))).toEqual([
      "older",
      "newer",
    ]);
  });

  it("are none in a PDF without", async () => {
    expect(await attachmentsIn(await pdfWith([], { packed: false }))).toEqual([]);
  });

  it("are not looked for under a password, nor in what is no PDF", async () => {
    const locked = await pdfWith([], { packed: false, extra: "trailer << /Encrypt 9 0 R >>\n" });
    expect(await attachmentsIn(locked)).toBe("locked");
    expect(await attachmentsIn(bytes("%PDF-1.7 and nothing else"))).toBe("broken");
  });

  it("are refused when one unfolds to more than any certificate is", async () => {
    const bomb = await pdfWith([{ name: "bomb", content: "0".repeat(3_000_000) }], {
      packed: true,
    });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await attachmentsIn(bomb)).toBe("broken");
  });

  it("leave a reader of broken files alive, whatever is broken", async () => {
    const file = await pdfWith([{ name: "credential.jwt", content: "a.b.c" }], { packed: true });
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), fc.nat(40), async (at, byte, cut) => {
        const changed = file.slice(0, file.length - cut);
        changed[at] = byte;
        const found = await attachmentsIn(changed);
        expect(Array.isArray(found) || found === "broken" || found === "locked").toBe(true);
      }),
      { numRuns: 200 },
    );
    const deep = `1 0 obj ${"[".repeat(10_000)}${"<<".repeat(10_000)}`;
    expect(await attachmentsIn(bytes(`%PDF-1.7\n${deep}`))).toBe("broken");
  });
});
