import { crc32 as theirSum, deflateSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addProof } from "../integrity/index.ts";
import { signJwt, verifyJwt } from "../jwt.ts";
import { png } from "../png.ts";
import { sealSvg } from "../drawn-seal.ts";
import { knowing, sampleBadge, type SampleKey, sampleKey } from "../testing/index.ts";
import { crc32 } from "./crc32.ts";
import { bakeOwn, bakePng, bakeSvg, unbake } from "./index.ts";

const badge = sampleBadge();
const picture = png(
  { width: 2, height: 2, rgba: new Uint8Array(16).fill(200) },
  { deflate: deflateSync, crc32: theirSum },
);
const drawing = sealSvg("TWZ-4f2a90-2026-000123", "TWZ-4f2a90-2026-000123");
const utf8 = new TextEncoder();
let mine: SampleKey;
let jwt: string;
let json: string;
beforeAll(async () => {
  mine = await sampleKey();
  jwt = await signJwt(badge, mine.signer);
  json = JSON.stringify(await addProof(badge, mine.signer, { created: badge.validFrom }));
});

describe("a credential in a picture", () => {
  it.each(["jwt", "json"] as const)(
    "comes out of a PNG and of an SVG as the %s that went in",
    async (form) => {
      const text = form === "jwt" ? jwt : json;
      expect(await unbake(bakePng(picture, text))).toEqual({ state: "found", form, text });
      expect(await unbake(utf8.encode(await bakeSvg(drawing, text)))).toEqual({
        state: "found",
        form,
        text,
      });
    },
  );

  it("stands where the standard wants it, and leaves the picture as it is", async () => {
    const baked = bakePng(picture, jwt);
    const at = Buffer.from(baked).indexOf("iTXtopenbadgecredential\0\0\0\0\0");
    expect(at).toBe(8 + 25 + 4);
    expect(Buffer.from(baked).includes(Buffer.from(picture.subarray(33)))).toBe(true);
    expect(Buffer.from(bakePng(baked, json)).includes(jwt)).toBe(false);
    expect(await bakeSvg(drawing, jwt)).toMatch(
      /^<svg [^>]*xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"><openbadges:credential verify="[^"]+"\/></,
    );
    expect(await bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', json)).toContain(
      "]]></openbadges:credential></svg>",
    );
  });

  it("is whole though the text holds what would close it", async () => {
    const text = JSON.stringify({ name: "]]></openbadges:credential><script>" });
    const found = await unbake(utf8.encode(await bakeSvg(drawing, text)));
    expect(found).toMatchObject({ state: "found", form: "json" });
    expect(found.state === "found" && JSON.parse(found.text)).toEqual(JSON.parse(text));
  });

  it("with any byte of it another is proven no more", async () => {
    const baked = bakePng(picture, jwt);
    const start = Buffer.from(baked).indexOf(jwt);
    await fc.assert(
      fc.asyncProperty(fc.nat(jwt.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const flipped = Uint8Array.from(baked);
        flipped[start + at] = (flipped[start + at] ?? 0) ^ by;
        expect(await unbake(flipped)).toEqual({ state: "refused", code: "broken" });
        // Whoever mends the sum as well has the signature against her.
        const again = await unbake(
          bakePng(
            picture,
            Buffer.from(flipped.subarray(start, start + jwt.length)).toString("latin1"),
          ),
        );
        if (again.state === "found")
          expect((await verifyJwt(again.text, knowing(mine.key))).state).toBe("unproven");
      }),
      { numRuns: 120 },
    );
  });

  const chunk = (name: string, data: string | Uint8Array, sum?: number): Uint8Array => {
    const body = Buffer.concat([
      Buffer.from(name),
      typeof data === "string" ? Buffer.from(data, "latin1") : data,
    ]);
    const [length, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length - 4);
    tail.writeUInt32BE(sum ?? theirSum(body));
    return Buffer.concat([length, body, tail]);
  };
  const withChunks = (...chunks: Uint8Array[]): Uint8Array =>
    Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]);
  const baked = (text: string) => chunk("iTXt", `openbadgecredential\0\0\0\0\0${text}`);
  const svg = (inside: string) =>
    utf8.encode(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:b="https://purl.imsglobal.org/ob/v3p0">${inside}</svg>`,
    );

  it.each<readonly [string, string, () => Uint8Array]>([
    ["100 MB", "too_large", () => new Uint8Array(100 * 1024 * 1024)],
    ["nothing", "not_a_picture", () => new Uint8Array()],
    ["a text", "not_a_picture", () => utf8.encode("a.b.c")],
    ["bytes that are no letters", "not_a_picture", () => Uint8Array.of(60, 0xff, 0xfe)],
    ["a page", "not_a_picture", () => utf8.encode("<html><body/></html>")],
    ["a picture without one", "none", () => picture],
    ["a drawing without one", "none", () => utf8.encode(drawing)],
    [
      "one of the version before",
      "none",
      () => withChunks(chunk("iTXt", "openbadges\0\0\0\0\0{}")),
    ],
    ["one in a comment", "none", () => svg('<!--<b:credential verify="a.b.c"/>-->')],
    [
      "one in another namespace",
      "none",
      () => svg('<c:credential xmlns:c="https://evil.example" verify="a.b.c"/>'),
    ],
    ["two", "several", () => withChunks(baked("a.b.c"), baked("d.e.f"))],
    [
      "two in a drawing",
      "several",
      () => svg('<b:credential verify="a.b.c"/><b:credential verify="d.e.f"/>'),
    ],
    [
      "one that is squeezed",
      "compressed",
      () =>
        withChunks(
          chunk(
            "iTXt",
            `openbadgecredential\0\x01\0\0\0${deflateSync("a.b.c").toString("latin1")}`,
          ),
        ),
    ],
    [
      "a wrong sum",
      "broken",
      () => withChunks(chunk("iTXt", "openbadgecredential\0\0\0\0\0a.b.c", 7)),
    ],
    [
      "no end of its language",
      "broken",
      () => withChunks(chunk("iTXt", "openbadgecredential\0\0\0ar")),
    ],
    [
      "bytes that are no text",
      "broken",
      () => withChunks(chunk("iTXt", "openbadgecredential\0\0\0\0\0\xff\xfe")),
    ],
    ["half a picture", "broken", () => picture.subarray(0, -5)],
    [
      "a chunk longer than the file",
      "broken",
      () => Buffer.concat([picture.subarray(0, 33), Buffer.from("7fffffff69545874", "hex")]),
    ],
    ["half a drawing", "broken", () => utf8.encode(drawing.slice(0, -3))],
    [
      "words that it defines itself",
      "broken",
      () =>
        utf8.encode(
          `<!DOCTYPE svg [<!ENTITY j "a.b.c">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:b="https://purl.imsglobal.org/ob/v3p0"><b:credential>&j;</b:credential></svg>`,
        ),
    ],
  ])("that is %s is refused as %s", async (_, code, file) => {
    expect(await unbake(file())).toEqual({ state: "refused", code });
  });

  it("is not put into what is no picture, nor into a drawing that has one", async () => {
    expect(() => bakePng(utf8.encode("text"), jwt)).toThrow("no whole PNG");
    await expect(bakeSvg("<html/>", jwt)).rejects.toThrow("no whole SVG");
    await expect(bakeSvg(await bakeSvg(drawing, jwt), jwt)).rejects.toThrow("already");
  });

  it("is summed as everybody sums", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === theirSum(bytes)));
  });
});

it("a drawing of our own takes a signed text as what reads the whole of it would place it", async () => {
  const label = fc.string({ unit: "grapheme" });
  const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
  await fc.assert(
    fc.asyncProperty(label, fc.tuple(part, part, part), async (name, parts) => {
      const drawing = sealSvg("TWZ-4f2a90-2026-000123", name.replace(/\p{C}/gu, ""));
      for (const signed of [parts.join("."), JSON.stringify({ parts, name, end: "]]>" })])
        expect(bakeOwn(drawing, signed)).toBe(await bakeSvg(drawing, signed));
    }),
  );
});
