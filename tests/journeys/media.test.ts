import { readFileSync } from "node:fs";
import { learners, staff } from "@twiza/content";
import { MEDIA_LIMITS, UPLOAD_TYPES } from "@twiza/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { bring, bringPicture, post, somePng } from "../house/pictures.ts";

let house: House;
let trainer: Visitor;
let admin: Visitor;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  admin = await house.as(staff.administrator.contact);
});
afterAll(() => house.close());

const PNG = "image/png" as const;
const spoken = readFileSync(
  "packages/content/courses/keep-the-cash-book/media/07-to-the-year.ar.ogg",
);
const grant = (who: Visitor, intentId: string, bytes: number) =>
  who.do("grantUpload", { body: { intentId, type: PNG, bytes } });
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code: string }).code;

describe("a picture", () => {
  it("is granted, posted and taken: it comes out as a WebP that anybody may read, and the library lists it first", async () => {
    await bringPicture(house, staff.trainer.contact);
    const intentId = newIntent();
    await bring(trainer, {
      house,
      intentId,
      type: PNG,
      bytes: somePng({ width: 1600, height: 400 }),
    });
    const description = { kind: "words" as const, alt: { fr: "Une balance", ar: "ميزان" } };
    const body = { intentId, name: "balance.png", description };
    const item = await trainer.do("takeUpload", { body });
    expect(item).toMatchObject({
      kind: "picture",
      width: 1280,
      height: 320,
      name: "balance.png",
      description,
    });
    expect(item.media.bytes).toBeLessThanOrEqual(MEDIA_LIMITS.pictureBytes);
    const served = await house.anyone.fetch(`/content/${item.media.hash}`);
    expect(served.headers.get("content-type")).toBe("image/webp");
    expect((await served.arrayBuffer()).byteLength).toBe(item.media.bytes);
    const { items } = await admin.do("listMedia", { query: {} });
    expect(items[0]).toEqual(item);
    expect(items.length).toBeGreaterThanOrEqual(2);
  });

  it("is there once, though its reply was lost; what waited is gone, and the same intent takes nothing else", async () => {
    const intentId = newIntent();
    await bring(trainer, { house, intentId, type: PNG, bytes: somePng() });
    const body = { intentId, name: "once.png" };
    const [first, second] = await Promise.all([
      trainer.do("takeUpload", { body }),
      trainer.do("takeUpload", { body }),
    ]);
    expect(second).toEqual(first);
    expect(await trainer.do("takeUpload", { body })).toEqual(first);
    await bring(trainer, { house, intentId, type: PNG, bytes: somePng({ width: 9, height: 9 }) });
    expect(await trainer.refused("takeUpload", { body: { ...body, name: "other.png" } })).toBe(
      "intent.reused",
    );
    const { items } = await trainer.do("listMedia", { query: {} });
    expect(items.filter(({ name }) => name === "once.png")).toHaveLength(1);
  });

  it("that has not come, or that another person brought, cannot be taken", async () => {
    const intentId = newIntent();
    const body = { intentId, name: "mine.png" };
    expect(await trainer.refused("takeUpload", { body })).toBe("upload.missing");
    await bring(trainer, { house, intentId, type: PNG, bytes: somePng() });
    expect(await admin.refused("takeUpload", { body })).toBe("upload.missing");
    await trainer.do("takeUpload", { body });
  });

  it.each([
    [
      "a page that calls itself a picture",
      Buffer.from("<!doctype html><script>alert(1)</script>"),
      "media.unreadable",
    ],
    [
      "a drawing",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
      "media.unreadable",
    ],
    ["half a picture", somePng({ width: 300, height: 300 }).subarray(0, 900), "media.unreadable"],
    [
      "a picture that says that it is huge",
      somePng({ width: 3, height: 3 }, { width: 60_000, height: 60_000 }),
      "media.too_large",
    ],
  ])(
    "is refused when it is %s, and nothing of it stands in the library",
    async (name, bytes, code) => {
      const intentId = newIntent();
      await bring(trainer, { house, intentId, type: PNG, bytes });
      expect(await trainer.refused("takeUpload", { body: { intentId, name } })).toBe(code);
      const { items } = await trainer.do("listMedia", { query: {} });
      expect(items.some((item) => item.name === name)).toBe(false);
    },
  );

  it("is described again by whoever may write courses, and the last word stands", async () => {
    const { id: mediaId } = await bringPicture(house, staff.trainer.contact);
    const say = (
      who: Visitor,
      description: { kind: "decorative" } | { kind: "words"; alt: { fr: string } },
    ) =>
      who.do("describeMedia", {
        params: { mediaId },
        body: { intentId: newIntent(), description },
      });
    await say(trainer, { kind: "words", alt: { fr: "Des amandes" } });
    await say(admin, { kind: "decorative" });
    const { items } = await trainer.do("listMedia", { query: {} });
    expect(items.find(({ id }) => id === mediaId)?.description).toEqual({ kind: "decorative" });
  });

  it("is nobody's business who learns", async () => {
    const learner = await house.as(learners.underWay.contact);
    expect(await learner.refused("listMedia", { query: {} })).toBe("role.missing");
  });
});

describe("a recording", () => {
  it("is taken as Ogg Opus and told with its length, whatever it was announced as", async () => {
    const intentId = newIntent();
    await bring(trainer, { house, intentId, type: PNG, bytes: spoken });
    const item = await trainer.do("takeUpload", { body: { intentId, name: "voix.png" } });
    expect(item).toMatchObject({ kind: "audio", media: { type: "audio/ogg" } });
    const served = await house.anyone.fetch(`/content/${item.media.hash}`);
    expect(served.headers.get("content-type")).toBe("audio/ogg");
  });
});

describe("a form", () => {
  it("lets in what was granted, and nothing that is longer, shorter, elsewhere or changed", async () => {
    const bytes = somePng();
    const { fields } = await grant(trainer, newIntent(), bytes.length);
    const longer = Buffer.concat([bytes, Buffer.from("x")]);
    expect(await codeOf(await post(house, fields, { bytes: longer }))).toBe("upload.size");
    expect(await codeOf(await post(house, fields, { bytes: bytes.subarray(1) }))).toBe(
      "upload.size",
    );
    for (const changed of [
      { key: "incoming/../../store.sqlite" },
      { "Content-Type": "text/html" },
      { policy: "" },
      { success_action_redirect: "https://elsewhere.example" },
    ])
      expect(await codeOf(await post(house, { ...fields, ...changed }, { bytes }))).toBe(
        "upload.refused",
      );
    const { status } = await post(house, fields, {
      bytes,
      name: "../../evil.html",
      type: "text/html",
    });
    expect(status).toBe(204);
    expect((await post(house, fields, { bytes })).status).toBe(204);
  });

  it("that is cut off, is none, or is longer than anything that may come, is refused", async () => {
    const { fields } = await grant(trainer, newIntent(), 5);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob(["12345"]));
    const whole = new Response(form);
    const type = whole.headers.get("content-type") ?? "";
    const body = Buffer.from(await whole.arrayBuffer());
    const send = async (sent: Buffer, headers: Record<string, string>) =>
      codeOf(
        await fetch(`${house.origin}/uploads`, {
          method: "POST",
          body: new Uint8Array(sent),
          headers,
        }),
      );
    expect(await send(body.subarray(0, -20), { "content-type": type })).toBe("upload.refused");
    expect(await send(body, { "content-type": "multipart/form-data" })).toBe("upload.refused");
    expect(await send(Buffer.from("{}"), { "content-type": "application/json" })).toBe(
      "upload.refused",
    );
    expect(await send(Buffer.alloc(20_300_000), { "content-type": type })).toBe("upload.size");
  });

  it("is not granted for a type or a length that is not taken", async () => {
    const wish = (type: string, bytes: number) =>
      trainer.refused("grantUpload", {
        body: { intentId: newIntent(), type: type as never, bytes },
      });
    expect(await wish("image/svg+xml", 10)).toBe("request.invalid");
    expect(await wish(PNG, UPLOAD_TYPES[PNG] + 1)).toBe("request.invalid");
    expect(await wish("audio/ogg", UPLOAD_TYPES["audio/ogg"] + 1)).toBe("request.invalid");
  });
});
