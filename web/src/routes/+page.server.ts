/* The first screen shows before any script has come, and needs none: its four choices are links. */
export const ssr = true;
export const csr = false;
export const prerender = true;
