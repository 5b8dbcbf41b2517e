import type { Handle } from "@sveltejs/kit/hooks";

/** The welcome is written once, at build time, and never drawn by a script. What greets from it is put into its head here. */
const GREETING = `<script src="/greeting.js" defer></script>`;

/** Runs at build time alone: no server of ours draws pages. A script written in the page itself would weigh on every lesson. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      event.url.pathname === "/" ? html.replace("</head>", `${GREETING}</head>`) : html,
  });
