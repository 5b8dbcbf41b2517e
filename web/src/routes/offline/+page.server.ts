/* Shown where there is no network for what was asked: it needs no script to say so. */
export const ssr = true;
export const csr = false;
export const prerender = true;
