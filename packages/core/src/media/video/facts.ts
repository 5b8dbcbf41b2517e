/** What the bytes of a video say. Seconds are counted from its pictures and its sound; `claimed` is the longest that a head of it says. */
export type Facts = {
  readonly type: "video/mp4" | "video/webm";
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly claimed: number;
  readonly hasSound: boolean;
};
