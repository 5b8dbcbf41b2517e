import { ready } from "#lib";
import { roomOf } from "#lib/room.ts";

/**
 * The sentences come before the first page, so that `t` is never asked too early. Then the phone has a moment for her finger, between
 * reading the scripts and drawing by them.
 */
export async function init(): Promise<void> {
  await ready(roomOf(location.pathname));
  await new Promise((next) => setTimeout(next));
}
