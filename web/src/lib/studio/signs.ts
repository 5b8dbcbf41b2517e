/** Strokes on a 24 × 24 grid, as those of `components/icons.ts`, for what only authors do: no learner's phone carries them. */
export const SIGNS = {
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  up: "M12 20V4M5 11l7-7 7 7",
  down: "M12 4v16M5 13l7 7 7-7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  move: "M4 6h10M4 12h10M4 18h10M19 5v14M16 8l3-3 3 3M16 16l3 3 3-3",
  copy: "M8 8h12v12H8zM16 8V4H4v12h4",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
  bold: "M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7z",
  italic: "M10 4h8M6 20h8M14 4l-4 16",
  heading: "M6 4v16M18 4v16M6 12h12",
  smaller: "M5 8v12M13 8v12M5 14h8M17 12h4M19 10v4",
  bullets: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
  numbers: "M10 6h10M10 12h10M10 18h10M4 4h1v4M4 12h2l-2 4h2M4 18h2v3H4",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  text: "M5 5h14M5 10h14M5 15h14M5 20h8",
  callout: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM12 11v6M12 7h.01",
  steps: "M4 20h5v-5h5v-5h6M4 20v-5h5",
  table: "M3 5h18v14H3zM3 10h18M3 15h18M9 5v14",
  question:
    "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5h.01",
  audio: "M4 9v6h4l5 4V5L8 9zM17 8a5 5 0 0 1 0 8",
  picture: "M4 4h16v16H4zM4 16l5-5 4 4 2-2 5 5M15.5 8.5h.01",
  plus: "M12 5v14M5 12h14",
  check: "M4 12l5 5L20 6",
  wait: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM12 6v6l4 2",
  warning: "M12 3l10 18H2zM12 10v5M12 18h.01",
  pen: "M4 20l4-1L20 7l-3-3L5 16zM14 7l3 3",
  lesson: "M4 4h6a3 3 0 0 1 2 1 3 3 0 0 1 2-1h6v15h-6a3 3 0 0 0-2 1 3 3 0 0 0-2-1H4zM12 5v15",
} as const;
export type SignName = keyof typeof SIGNS;

/** Those that point along the line of reading. */
export const ALONG: ReadonlySet<SignName> = new Set<SignName>([
  "undo",
  "redo",
  "bullets",
  "numbers",
  "text",
  "steps",
  "audio",
  "move",
  "pen",
  "lesson",
]);
