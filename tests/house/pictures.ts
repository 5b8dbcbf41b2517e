import { crc32, deflateSync } from "node:zlib";
import type { DraftBlock, Language, Media, UploadType } from "@twiza/contract";
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

/** A picture in the library; those of one size are the same. */
export async function bringPicture(house: House, contact: string, size?: Size) {
  const visitor = await house.as(contact);
  const intentId = newIntent();
  await bring(visitor, { house, intentId, type: "image/png", bytes: somePng(size) });
  return visitor.do("takeUpload", { body: { intentId, name: "scales.png" } });
}

/** A new lesson at the end of a course's first module that shows a picture or plays a recording, in these languages. */
export async function lessonWith(
  visitor: Visitor,
  courseId: string,
  { media, languages }: { readonly media: Media; readonly languages: readonly Language[] },
): Promise<{ readonly courseId: string; readonly lessonId: string }> {
  const lessonId = `les_${newIntent().replaceAll("-", "")}`;
  const { outline, sourceLanguage } = await visitor.do("readDraft", { params: { courseId } });
  const [module] = outline.modules;
  const add = {
    do: "addLesson",
    id: lessonId,
    moduleId: module?.id ?? "",
    ...(module?.lessonIds.at(-1) ? { after: module.lessonIds.at(-1) } : {}),
    title: { [sourceLanguage]: "Peser" },
    template: "empty",
  } as const;
  await visitor.do("arrangeDraft", {
    params: { courseId },
    body: { intentId: newIntent(), commands: [add] },
  });
  const block: DraftBlock =
    media.type === "audio/ogg"
      ? { kind: "audio", media, seconds: 2, transcript: "…" }
      : { kind: "picture", media, alt: "…" };
  for (const language of languages)
    await visitor.do("saveDraftLesson", {
      params: { courseId, lessonId },
      body: {
        intentId: newIntent(),
        language,
        commands: [],
        texts: [{ key: "shown", base: 0, block }],
      },
    });
  return { courseId, lessonId };
}
