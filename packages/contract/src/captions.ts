/** The door to what stands under a video, and to the files that other programs write it in. No zod is in it. */
export { type Caption, CAPTION_LIMITS } from "./captions/caption.ts";
export { captionsIn, millisecondsOf } from "./captions/read.ts";
export { vttOf } from "./captions/write.ts";
