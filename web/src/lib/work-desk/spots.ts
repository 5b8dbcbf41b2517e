/** Thousandths from the left top corner of a photo, whichever way people read. */
export type Spot = { readonly x: number; readonly y: number };
const SCALE = 1000;
export const MIDDLE: Spot = { x: SCALE / 2, y: SCALE / 2 };

const within = (part: number): number => Math.round(Math.min(SCALE, Math.max(0, part)));
export const percentOf = (part: number): number => Math.round((100 * part) / SCALE);

/** Where on a photo a finger is. */
export const spotAt = (
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { left, top, width, height }: DOMRectReadOnly,
): Spot => ({
  x: within((SCALE * (clientX - left)) / (width || 1)),
  y: within((SCALE * (clientY - top)) / (height || 1)),
});

const STEPS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Where a key moves it: two hundredths on, with Shift a tenth of the photo. Nothing for other keys. */
export function nudged(
  { x, y }: Spot,
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
): Spot | undefined {
  const step = STEPS[key];
  const by = shiftKey ? 100 : 20;
  return step && { x: within(x + step.x * by), y: within(y + step.y * by) };
}
