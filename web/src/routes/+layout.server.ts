/* Every page but the welcome is drawn on the phone: it depends on who is there and what the phone holds. */
export const ssr = false;
export const prerender = false;
