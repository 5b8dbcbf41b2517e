import { crc32, deflateSync } from "node:zlib";
import type { UploadType } from "@twiza/contract";
import { type House, newIntent, type Visitor } from "./house.ts";

type Size = { readonly width: number; readonly height: number };

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([word(data.length), body, word(crc32(body))]);
};

/** A picture with a gradient, as PNG; `said` is what its head claims, where that is not true. */
export function somePng({ width, height }: Size = { width: 40, height: 30 }, said?: Size): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width * 3; x += 1) rows[y * (width * 3 + 1) + 1 + x] = (x + y * 3) & 255;
  const told = said ?? { width, height };
  const head = Buffer.concat([word(told.width), word(told.height), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Posts a form as a browser does: what it is made of, one after the other, and the file last. */
export async function post(
  house: House,
  fields: Readonly<Record<string, string>>,
  file: { readonly bytes: Uint8Array; readonly name?: string; readonly type?: string },
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const { bytes, name = "picture", type = "application/octet-stream" } = file;
  form.append("file", new Blob([new Uint8Array(bytes)], { type }), name);
  return fetch(`${house.origin}/uploads`, { method: "POST", body: form });
}

type Brought = {
  readonly house: House;
  readonly intentId: string;
  readonly type: UploadType;
  readonly bytes: Uint8Array;
};

/** Has something granted and posts it. @throws when it is not let in */
export async function bring(
  visitor: Visitor,
  { house, intentId, type, bytes }: Brought,
): Promise<void> {
  const { fields } = await visitor.do("grantUpload", {
    body: { intentId, type, bytes: bytes.length },
  });
  const { status } = await post(house, fields, { bytes });
  if (status !== 204) throw new Error(`the upload was refused with ${status}`);
}

/** A picture in the library. */
export async function bringPicture(house: House, contact: string) {
  const visitor = await house.as(contact);
  const intentId = newIntent();
  await bring(visitor, { house, intentId, type: "image/png", bytes: somePng() });
  return visitor.do("takeUpload", { body: { intentId, name: "scales.png" } });
}
