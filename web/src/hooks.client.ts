import { ready } from "#lib";
import { roomOf } from "#lib/room.ts";

/** The sentences come before the first page, so that `t` is never asked too early. */
export const init = (): Promise<void> => ready(roomOf(location.pathname));
