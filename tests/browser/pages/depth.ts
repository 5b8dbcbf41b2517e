import { isWhole as isToLand } from "../../house/depth.ts";
import { isPictured } from "./picture.ts";

/** Whether pages are looked at in all their states, and not only as they open. */
export const isWhole = isToLand || isPictured;
