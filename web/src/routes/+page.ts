/* The first screen must show before any script has come. */
export const ssr = true;
export const prerender = true;
