/** All that a lesson needs of it, in one piece: each piece more is a request more. */
export { openTalk } from "./talk.svelte.ts";
export { default as TalkBar } from "./TalkBar.svelte";
export { default as TalkMark } from "./TalkMark.svelte";
