import type { Random } from "@twiza/credential/code";

/** The browser's own source of chance. */
export const random: Random = (bytes) => crypto.getRandomValues(bytes);
