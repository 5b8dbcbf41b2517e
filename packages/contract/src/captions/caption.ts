/** What stands under a video for a while, in milliseconds from its beginning. One line: a player breaks it where it is narrow. */
export type Caption = { readonly from: number; readonly to: number; readonly text: string };

/** Letters of one caption, and captions of one video: ten minutes, one every three seconds. */
export const CAPTION_LIMITS = { text: 120, count: 200 } as const;
