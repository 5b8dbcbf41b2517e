import { SPOT_SCALE } from "@twiza/contract/marking";

export type Spot = { readonly x: number; readonly y: number };

export const MIDDLE: Spot = { x: SPOT_SCALE / 2, y: SPOT_SCALE / 2 };

const within = (part: number): number => Math.round(Math.min(SPOT_SCALE, Math.max(0, part)));

/** Where on a picture a finger is, in thousandths from its left top corner, whichever way people read. */
export const spotAt = (
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { left, top, width, height }: DOMRectReadOnly,
): Spot => ({
  x: within((SPOT_SCALE * (clientX - left)) / (width || 1)),
  y: within((SPOT_SCALE * (clientY - top)) / (height || 1)),
});

const STEPS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where a key moves it: a hundredth on, with Shift a tenth of that. Nothing for other keys. */
export function nudged(
  { x, y }: Spot,
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
): Spot | undefined {
  const step = STEPS[key];
  const by = shiftKey ? 1 : 10;
  return step && { x: within(x + step.x * by), y: within(y + step.y * by) };
}

/** The part of the picture that was typed, as far as it is one. */
export const typedPart = (typed: string): number | undefined => {
  const part = Number(typed);
  return typed.trim() !== "" && Number.isInteger(part) && part >= 0 && part <= SPOT_SCALE
    ? part
    : undefined;
};
