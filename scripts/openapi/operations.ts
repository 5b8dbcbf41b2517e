import {
  operations,
  REFUSALS,
  type RefusalCode,
  statusOf,
  type What,
  type Where,
  whats,
} from "@twiza/contract";

/** An operation as both documents tell it. `codes` are all its refusals, the general ones with its own. */
export type Described = {
  readonly name: string;
  readonly where: Where;
  readonly what: What;
  readonly codes: readonly RefusalCode[];
};

const places: Readonly<Record<string, Where>> = operations;
const contents: Readonly<Record<string, What>> = whats;

/** The closed list, in its order. */
export const allCodes: readonly RefusalCode[] = Object.keys(REFUSALS).filter(
  (code): code is RefusalCode => code in REFUSALS,
);

/** Every operation of the contract, in its order. */
export const described: readonly Described[] = Object.entries(places).map(([name, where]) => {
  const what = contents[name];
  if (!what) throw new Error(`${name} has a place and no content`);
  return { name, where, what, codes: refusalsOf(where, what) };
});

/** What comes before `.` in an operation's id: its noun. */
export const nounOf = ({ where }: Described): string => where.id.split(".")[0] ?? where.id;

/** Refusals of the way in and of the use case, in the order of the closed list. */
function refusalsOf(where: Where, what: What): readonly RefusalCode[] {
  const own = what.refusals ?? [];
  // Any operation refuses a query parameter that it does not name.
  const given = new Set<RefusalCode>(["busy", "request.invalid", ...own]);
  const add = (when: boolean, ...codes: RefusalCode[]) => {
    if (when) for (const code of codes) given.add(code);
  };
  const hasBody = what.body !== undefined;
  add(hasBody, "request.malformed", "request.too_deep", "request.too_large", "request.not_json");
  add(where.method !== "GET", "request.forged");
  add(where.allow !== "anyone", "session.required");
  add(typeof where.allow === "object", "role.missing");
  add(what.params !== undefined, "not_found");
  return allCodes.filter((code) => given.has(code));
}

/** Codes by the status they travel with, lowest first. */
export function byStatus(codes: readonly RefusalCode[]): readonly [number, RefusalCode[]][] {
  const groups = Map.groupBy(codes, statusOf);
  return [...groups].sort(([one], [other]) => one - other);
}
