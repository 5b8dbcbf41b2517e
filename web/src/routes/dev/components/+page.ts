import { ready } from "#lib";
import type { PageLoad } from "./$types";

export const load: PageLoad = () => ready("office");
