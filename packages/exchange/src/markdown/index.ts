export { type MarkdownOptions, readMarkdown } from "./read-markdown.ts";
export { readMarkdownFile } from "./read-markdown-file.ts";
export { type MarkdownCourse, type MarkdownLesson, writeMarkdown } from "./write-markdown.ts";
export { type MarkdownPack, packMarkdown } from "./pack-markdown.ts";
export { plainName } from "../files/plain-name.ts";
export { fileName, type MarkdownBlock } from "./write-block.ts";
export type { Bytes } from "../flow/load-pictures.ts";
export * from "../common.ts";
