import { call } from "../../api.ts";
import { contentAddress } from "../../content.ts";
import { brought } from "../../media/upload.ts";
import { Problem } from "../../problem.ts";
import { away } from "../away.ts";
import { t } from "../../i18n.svelte.ts";
import { pictureOf } from "./drawing.ts";
import type { Outside } from "./outside.ts";

/** What a page carries courses with. A picture that says nothing by itself is described where it stands. */
export const fromHere: Outside = {
  call,
  isHere: async (hash) => {
    const { ok } = await fetch(contentAddress(hash), { method: "HEAD" }).catch(away);
    return ok;
  },
  content: async (hash) => {
    const response = await fetch(contentAddress(hash)).catch(away);
    if (response.ok) return new Uint8Array(await response.arrayBuffer().catch(away));
    const { status } = response;
    throw new Problem({
      ...{ code: "unreadable", title: t("error.internal"), status },
      detail: t("error.internal.mend"),
    });
  },
  pictureOf,
  bring: (parcel, wish) => brought(parcel, wish, () => undefined),
};
