/** Strokes on a 24 × 24 grid. One table costs the phone less than an icon library: about a kilobyte for all. */
export const ICONS = {
  home: "M3 11l9-8 9 8v9a1 1 0 0 1-1 1h-5v-7H9v7H4a1 1 0 0 1-1-1z",
  book: "M4 4h6a3 3 0 0 1 2 1 3 3 0 0 1 2-1h6v15h-6a3 3 0 0 0-2 1 3 3 0 0 0-2-1H4zM12 5v15",
  award: "M18 9A6 6 0 1 1 6 9a6 6 0 0 1 12 0zM8.5 14L7 22l5-3 5 3-1.5-8",
  person: "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21a8 8 0 0 1 16 0",
  people: "M13 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM2 21a7 7 0 0 1 14 0M16 4.5a4 4 0 0 1 0 7M19 21a7 7 0 0 0-3-6",
  building: "M4 21V5l8-3 8 3v16M2 21h20M9 9h.01M15 9h.01M9 13h.01M15 13h.01M10 21v-4h4v4",
  group: "M4 6h16v10H4zM8 20h8M12 16v4",
  list: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
  check: "M4 12l5 5L20 6",
  cross: "M6 6l12 12M18 6L6 18",
  retry: "M20 11a8 8 0 1 0-2 6M20 4v7h-7",
  next: "M9 5l7 7-7 7",
  back: "M20 12H5M11 5l-7 7 7 7",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  play: "M7 4l13 8-13 8z",
  pause: "M8 5v14M16 5v14",
  listen: "M4 9v6h4l5 4V5L8 9zM17 8a5 5 0 0 1 0 8",
  text: "M5 5h14M5 10h14M5 15h14M5 20h8",
  download: "M12 3v12m-5-5l5 5 5-5M4 21h16",
  phone: "M8 2h8a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM11 18h2",
  wait: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM12 6v6l4 2",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14",
  offline: "M3 3l18 18M8 8a9 9 0 0 0-5 3m18 0a12 12 0 0 0-9-4M12 20h.01M8.5 15.5a5 5 0 0 1 6 0",
  send: "M4 12l16-8-6 16-3-7z",
  globe: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM2 12h20M12 2c3 3 4 6.5 4 10s-1 7-4 10c-3-3-4-6.5-4-10s1-7 4-10z",
  help: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5h.01",
  note: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM12 11v6M12 7h.01",
  tip: "M9 18h6M10 21h4M12 3a6 6 0 0 1 3.5 10.9c-.5.4-.5.9-.5 2.1H9c0-1.2 0-1.7-.5-2.1A6 6 0 0 1 12 3z",
  warning: "M12 3l10 18H2zM12 10v5M12 18h.01",
  example: "M4 20l4-1L20 7l-3-3L5 16zM14 7l3 3",
  plus: "M12 5v14M5 12h14",
  table: "M3 5h18v14H3zM3 10h18M3 15h18M9 5v14",
  exit: "M10 4H4v16h6M14 8l4 4-4 4M8 12h10",
  share: "M12 15V3M8 7l4-4 4 4M5 12v9h14v-9",
} as const;
export type IconName = keyof typeof ICONS;

/** Those that point along the line of reading, and so turn round with it. Ticks, play, clocks and undo-free signs never do. */
export const DIRECTIONAL: ReadonlySet<IconName> = new Set<IconName>([
  "next", "back", "undo", "listen", "book", "list", "text", "send", "exit", "retry", "example",
]);
