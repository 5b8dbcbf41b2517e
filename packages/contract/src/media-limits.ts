/**
 * What may be brought, and how many bytes of it at most. What is kept of a picture is smaller by far; browsers that record write
 * WebM, which is kept as Ogg.
 */
export const UPLOAD_TYPES = {
  "image/jpeg": 6_000_000,
  "image/png": 6_000_000,
  "image/webp": 6_000_000,
  "audio/ogg": 4_000_000,
  "application/pdf": 5_000_000,
  "application/vnd.oasis.opendocument.spreadsheet": 5_000_000,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": 5_000_000,
  "text/csv": 5_000_000,
  "audio/webm": 4_000_000,
  "video/mp4": 20_000_000,
  "video/webm": 20_000_000,
} as const;
export type UploadType = keyof typeof UPLOAD_TYPES;

/** What is kept at most: the longer side of a picture in points and its bytes, and how long a recording speaks. */
export const MEDIA_LIMITS = { side: 1280, pictureBytes: 60_000, seconds: 600 } as const;
/** The most points of a video along its longer and its shorter side: what is called 360p, lying or upright. */
export const VIDEO_LIMITS = { long: 640, short: 360 } as const;
/** What a picture may say that it holds, before anybody unfolds it: somewhat more than a telephone's camera takes. */
export const MOST_POINTS = 16_000_000;
