import { away } from "../../studio/away.ts";

/** What a video is chosen and made smaller with. @throws Problem `offline` */
export const bringFilm = () =>
  import("./FilmPick.svelte").then(({ default: FilmPick }) => FilmPick, away);
