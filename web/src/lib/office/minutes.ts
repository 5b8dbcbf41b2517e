/** `4:09` of 249 seconds, isolated so that minutes stay before seconds in an Arabic sentence. */
export const minutesAndSeconds = (seconds: number): string =>
  `\u2066${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}\u2069`;
