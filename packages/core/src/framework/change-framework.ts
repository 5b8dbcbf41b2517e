import type {
  Competency,
  Framework,
  FrameworkCommand,
  FrameworkId,
  FrameworkRow,
  IntentId,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { sameJson } from "../course/canonical-json.ts";
import type { Deps } from "../deps.ts";
import { decide, type Decision, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import {
  frameworkAudit,
  frameworkToChange,
  keepTree,
  loadFramework,
  readTree,
  wholeOf,
} from "./framework.ts";
import { isRoomy, subtreeOf, type Tree, withCompetencyCommand } from "./tree.ts";
import { isNamed } from "./uses.ts";

type Changing = {
  readonly id: FrameworkId;
  readonly body: { readonly intentId: IntentId; readonly commands: readonly FrameworkCommand[] };
};

/**
 * Writes, moves and takes away competencies, all of it or nothing.
 * @throws Refused `not_found`; `framework.full`; `stale_write` when one no longer says what its writer saw; `competency.used` when a
 * course names what is to go and nobody says that she knows
 */
export function changeFramework(
  deps: Deps,
  principal: Principal,
  { id, body }: Changing,
): Promise<Framework> {
  const asked = { principal, operation: `framework.change ${id}`, request: body };
  return onceOf(deps, asked, {
    work: async () => changed(deps, principal, await frameworkToChange(deps, principal, id), body),
    now: async () => {
      const { value } = await loadFramework(deps, principal, id);
      return wholeOf(value, await readTree(deps, value.tree));
    },
  });
}

async function changed(
  deps: Deps,
  principal: Principal,
  { value, revision }: Kept<FrameworkRow>,
  { commands }: Changing["body"],
): Promise<Decision<Framework>> {
  const before = await readTree(deps, value.tree);
  const doomed = new Set<Competency["id"]>();
  let tree: Tree = before;
  for (const command of commands) {
    if (command.do === "write") mustBeAsSeen(tree, command);
    if (command.do === "remove" && !command.known) {
      const ids = subtreeOf(tree, command.id);
      for (const each of before) if (ids.has(each.id)) doomed.add(each.id);
    }
    tree = withCompetencyCommand(tree, command);
  }
  if (!isRoomy(tree)) throw new Refused("framework.full");
  const gone = new Set([...doomed].filter((each) => !tree.some(({ id }) => id === each)));
  if (gone.size > 0 && (await isNamed(deps, value.organisationId, gone)))
    throw new Refused("competency.used");
  const hash = await keepTree(deps, tree);
  if (hash === value.tree) return { reply: wholeOf(value, tree), writes: [] };
  const row: FrameworkRow = {
    ...value,
    count: tree.length,
    tree: hash,
    changedAt: deps.clock.now().toISOString(),
  };
  const put = deps.store.frameworks.put(row, revision);
  return { reply: wholeOf(row, tree), writes: [put, frameworkAudit(deps, principal, row)] };
}

/** Words of somebody else's, written meanwhile, are not overwritten unseen. */
function mustBeAsSeen(
  tree: Tree,
  { competency, seen }: Extract<FrameworkCommand, { do: "write" }>,
): void {
  const there = tree.find(({ id }) => id === competency.id);
  if (there && !isSame(there, seen ?? competency) && !isSame(there, competency))
    throw new Refused("stale_write");
}
/** Where it lies is no word of it. */
const isSame = ({ parent: _, ...one }: Competency, { parent: __, ...other }: Competency): boolean =>
  sameJson(one, other);

/** Takes a framework away; one that is gone is gone. @throws Refused `competency.used` while a course names anything of it */
export function removeFramework(
  deps: Deps,
  principal: Principal,
  id: FrameworkId,
): Promise<{ removed: true }> {
  return decide(deps, async () => {
    const organisationId = found(principal.organisationId);
    authorise(principal, "framework:change", { organisationId });
    const kept = await deps.store.frameworks.byId(organisationId, id);
    if (!kept) return { reply: { removed: true }, writes: [] };
    const { value } = kept;
    const ids = new Set((await readTree(deps, value.tree)).map((each) => each.id));
    if (await isNamed(deps, value.organisationId, ids)) throw new Refused("competency.used");
    const line = frameworkAudit(deps, principal, value, "framework.removed");
    return { reply: { removed: true }, writes: [deps.store.frameworks.remove(kept), line] };
  });
}
