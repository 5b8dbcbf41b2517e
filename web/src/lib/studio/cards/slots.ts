import { t } from "../../i18n.svelte.ts";
import { type Reordering, reordering } from "../reorder.svelte.ts";

type Given = {
  readonly ids: () => readonly string[];
  readonly name: (id: string) => string;
  /** Behind another one, or before all others. */
  readonly drop: (id: string, after: string | undefined) => void;
};

/** Things in one row that are put in order: a place is named by what it is behind, the first by nothing. */
export function rowOf({ ids, name, drop }: Given): Reordering {
  const slots = (id: string): string[] => ["", ...ids().filter((each) => each !== id)];
  return reordering({
    slots,
    at: (id) => ids()[ids().indexOf(id) - 1] ?? "",
    name,
    place: (id, slot) => {
      const all = slots(id);
      return t("studio.reorder.place", { position: all.indexOf(slot) + 1, total: all.length });
    },
    drop: (id, slot) => drop(id, slot || undefined),
  });
}
