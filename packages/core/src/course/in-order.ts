/** Things of a draft that stand in an order and are known by their ids. */
type Thing = { readonly id: string };
type Things<T> = readonly T[];

/** The things with this one in them: where it stood, or else behind `after`, or else last. Pure. */
export function withThing<T extends Thing>(all: Things<T>, one: T, after?: T["id"]): Things<T> {
  const at = all.findIndex(({ id }) => id === one.id);
  if (at >= 0) return all.with(at, one);
  const behind = all.findIndex(({ id }) => id === after);
  return behind < 0 ? [...all, one] : all.toSpliced(behind + 1, 0, one);
}

/** What an author does to their order. `move` without `after`, or when that is gone: before all others. */
export type OrderCommand<T extends Thing> =
  | { readonly do: "move"; readonly id: T["id"]; readonly after?: T["id"] | undefined }
  | { readonly do: "remove"; readonly id: T["id"] };

/** The things after one command; one that is about a thing that is gone changes nothing. Pure. */
export function withOrder<T extends Thing>(all: Things<T>, command: OrderCommand<T>): Things<T> {
  const it = all.find(({ id }) => id === command.id);
  if (!it || (command.do === "move" && command.after === command.id)) return all;
  const others = all.filter((each) => each !== it);
  if (command.do === "remove") return others;
  const behind = others.findIndex(({ id }) => id === command.after);
  return others.toSpliced(behind + 1, 0, it);
}
