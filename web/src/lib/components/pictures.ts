import type { ProfilePicture } from "@twiza/contract/where";

/** Half things, half signs, on a 48 × 48 grid: a body that takes the colour's tint, and lines in the colour itself. */
type Drawing = { readonly body: string; readonly lines: string };

const hexagon = (x: number, y: number): string => `M${x} ${y - 7}l6 3.5v7l-6 3.5-6-3.5v-7z`;

export const PICTURES: Record<ProfilePicture, Drawing> = {
  argan: {
    body: "M21 29c-8 1-12-3-13-9 7-1 13 2 13 9zM29 20c-2-8 1-13 7-15 3 7 0 13-7 15zM33 26a7 8 0 1 0 .1 0z",
    lines:
      "M9 42c7-4 15-14 20-22M21 29c-8 1-12-3-13-9 7-1 13 2 13 9zM29 20c-2-8 1-13 7-15 3 7 0 13-7 15zM27 24l4 3M33 26a7 8 0 1 0 .1 0z",
  },
  saffron: {
    body: "M24 29c-9-3-13-11-12-20 6 1 10 5 12 11 2-6 6-10 12-11 1 9-3 17-12 20z",
    lines:
      "M24 44V29c-9-3-13-11-12-20 6 1 10 5 12 11 2-6 6-10 12-11 1 9-3 17-12 20M24 20V5M20 14l-2-8M28 14l2-8M24 40c-4 0-7-2-8-6M24 42c4 0 7-2 8-6",
  },
  loom: {
    body: "M13 25h22v11H13z",
    lines: "M9 5v38M39 5v38M6 10h36M6 38h36M16 10v28M22 10v28M26 10v28M32 10v28M13 25h22M13 31h22",
  },
  teapot: {
    body: "M15 21c-5 9-2 20 9 20s14-11 9-20z",
    lines:
      "M15 21c-5 9-2 20 9 20s14-11 9-20zM18 21c1-5 3-7 6-7s5 2 6 7M24 14V8M22 7h4M34 26c5-1 4-9 9-11M14 24c-10-3-11 11-2 12",
  },
  goat: {
    body: "M16 17c0 13 3 20 8 24 5-4 8-11 8-24-4-3-12-3-16 0z",
    lines:
      "M16 17c0 13 3 20 8 24 5-4 8-11 8-24-4-3-12-3-16 0zM18 15C11 14 8 9 9 4c4 5 8 7 12 10M30 15c7-1 10-6 9-11-4 5-8 7-12 10M16 19l-7 3M32 19l7 3M20 25h.01M28 25h.01M22 35h4M24 41v4",
  },
  honeycomb: {
    body: hexagon(24, 24) + hexagon(36, 24),
    lines:
      hexagon(24, 24) +
      hexagon(36, 24) +
      hexagon(12, 24) +
      hexagon(18, 13.5) +
      hexagon(30, 13.5) +
      hexagon(18, 34.5) +
      hexagon(30, 34.5),
  },
  carpet: {
    body: "M12 9h24v30H12z",
    lines:
      "M12 9h24v30H12zM24 13l8 11-8 11-8-11zM24 20l3 4-3 4-3-4zM14 9V4M19 9V4M24 9V4M29 9V4M34 9V4M14 39v5M19 39v5M24 39v5M29 39v5M34 39v5",
  },
  olive: {
    body: "M21 21a9 11 0 1 0 .1 0zM23 17c3-8 10-11 19-10-2 9-9 13-19 10z",
    lines:
      "M21 21a9 11 0 1 0 .1 0zM21 21c0-7-4-11-12-12M23 17c3-8 10-11 19-10-2 9-9 13-19 10zM23 17c6-2 11-5 15-8M17 28c0-2 1-3 3-3",
  },
  pot: {
    body: "M19 12c0 5-9 8-9 17 0 8 6 13 14 13s14-5 14-13c0-9-9-12-9-17z",
    lines:
      "M17 6h14M19 6v6c0 5-9 8-9 17 0 8 6 13 14 13s14-5 14-13c0-9-9-12-9-17V6M10 28l5-4 4.500 4 4.500-4 4.500 4 4.500-4 5 4M12 34h24",
  },
  fish: {
    body: "M5 24c8-13 23-13 30 0-7 13-22 13-30 0z",
    lines:
      "M5 24c8-13 23-13 30 0-7 13-22 13-30 0zM35 24l8-8c2 5 2 11 0 16zM13 22h.01M19 16c4 5 4 11 0 16M26 17c3 4 3 10 0 14",
  },
  palm: {
    body: "M20 24a3 4 0 1 0 .1 0zM28 24a3 4 0 1 0 .1 0z",
    lines:
      "M24 19c-2 8-2 15-1 25M24 19C18 11 10 11 5 17M24 19c6-8 14-8 19-2M24 19c-7-1-13 3-15 11M24 19c7-1 13 3 15 11M24 19c-2-6-1-11 2-15M20 24a3 4 0 1 0 .1 0zM28 24a3 4 0 1 0 .1 0z",
  },
  sun: {
    body: "M24 14a10 10 0 1 0 .1 0z",
    lines:
      "M24 14a10 10 0 1 0 .1 0zM24 4v5M24 39v5M4 24h5M39 24h5M10 10l3.500 3.500M34.500 34.500L38 38M38 10l-3.500 3.500M13.500 34.500L10 38M24 19l5 5-5 5-5-5z",
  },
};
