import { start } from "./sending.ts";

let isUnderWay = false;
/** Sends what waits of her work for as long as the app is open, however often it is asked to. */
export function goOn(): void {
  if (isUnderWay) return;
  isUnderWay = true;
  start();
}
