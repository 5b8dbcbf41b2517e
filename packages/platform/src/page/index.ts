export { LANGUAGE_NAMES, languageOf } from "./language.ts";
export { note, page, type Html, type Page } from "./page.ts";
export { PAGE_POLICY, STYLE_HASH } from "./style.ts";
