import { loadSession, ready } from "#lib";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = async () => {
  await Promise.all([ready("office"), loadSession()]);
};
