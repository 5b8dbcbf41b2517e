import { isPictured } from "./picture.ts";

/** Whether pages are looked at in all their states (`npm test -- --whole`), and not only as they open. */
export const isWhole = process.env["TWIZA_WHOLE"] !== undefined || isPictured;
