import { LANGUAGES, type Language } from "@twiza/contract/where";
import { isWhole as isToLand, LANGUAGES_TRIED } from "../../house/depth.ts";
import { isPictured } from "./picture.ts";

/** Whether pages are looked at in all their states, and not only as they open. */
export const isWhole = isToLand || isPictured;

/** The languages in which a page is looked at that is written in one alone. */
export const LANGUAGES_READ: readonly Language[] = isWhole ? LANGUAGES : LANGUAGES_TRIED;
