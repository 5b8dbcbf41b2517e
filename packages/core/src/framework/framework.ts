import {
  Competencies,
  type Framework,
  FRAMEWORK_LIMITS,
  type FrameworkAbout,
  type FrameworkId,
  type FrameworkLine,
  type FrameworkRow,
  type IntentId,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise, may } from "../authorise.ts";
import { canonicalJson } from "../course/canonical-json.ts";
import { remembered } from "../course/content.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After, Kept, Write } from "../store/index.ts";
import type { Tree } from "./tree.ts";

/** The competencies of a framework, as they were kept. @throws when the blob is missing: a bug, not a refusal */
export const readTree = remembered(async ({ privateBlobs }, hash): Promise<Tree> => {
  const bytes = await privateBlobs.get(hash);
  if (!bytes) throw new Error(`blob ${hash} is missing`);
  return Competencies.parse(JSON.parse(new TextDecoder().decode(bytes)));
});

/** Keeps competencies, and answers where. @throws Refused `framework.full` when their words are too many */
export function keepTree({ privateBlobs }: Deps, tree: Tree): Promise<FrameworkRow["tree"]> {
  const bytes = canonicalJson([...tree]);
  if (bytes.length > FRAMEWORK_LIMITS.bytes) throw new Refused("framework.full");
  return privateBlobs.put(bytes, "application/json");
}

const subject = (principal: Principal) => ({ organisationId: found(principal.organisationId) });

const frameworkLine = ({ id, title, count, changedAt }: FrameworkRow): FrameworkLine => ({
  id,
  title,
  count,
  changedAt,
});

/** The frameworks of the session's organisation. One query. */
export async function listFrameworks(deps: Deps, principal: Principal, after: After) {
  const of = subject(principal);
  authorise(principal, "course:read", of);
  const page = await deps.store.frameworks.ofOrganisation(of.organisationId, after);
  const frameworks = page.values.map(({ value }) => frameworkLine(value));
  return { frameworks, mayChange: may(principal, "framework:change", of), ...nextOf(page) };
}

/** A framework of the session's organisation. @throws Refused `not_found` */
export async function loadFramework(
  deps: Deps,
  principal: Principal,
  id: FrameworkId,
): Promise<Kept<FrameworkRow>> {
  const of = subject(principal);
  authorise(principal, "course:read", of);
  return found(await deps.store.frameworks.byId(of.organisationId, id));
}

/** The same, if she may write it. @throws Refused `not_found` */
export async function frameworkToChange(deps: Deps, principal: Principal, id: FrameworkId) {
  authorise(principal, "framework:change", subject(principal));
  return loadFramework(deps, principal, id);
}

export const wholeOf = (
  { organisationId: _, tree: __, ...row }: FrameworkRow,
  tree: Tree,
): Framework => ({ ...row, competencies: [...tree] });

/** One framework whole. A row and a blob. @throws Refused `not_found` */
export async function readFramework(deps: Deps, principal: Principal, id: FrameworkId) {
  const { value } = await loadFramework(deps, principal, id);
  const whole = wholeOf(value, await readTree(deps, value.tree));
  return { ...whole, mayChange: may(principal, "framework:change", subject(principal)) };
}

/** What a change of it writes beside: who did it. */
export const frameworkAudit = (
  deps: Deps,
  principal: Principal,
  { organisationId, id, title }: FrameworkRow,
  action: "framework.changed" | "framework.removed" = "framework.changed",
): Write =>
  auditLine(deps, principal, {
    organisationId,
    action,
    subjectId: id,
    subjectName: Object.values(title).find(Boolean) ?? id,
  });

/**
 * Writes what a framework says of itself; one that is not there begins, with nothing in it.
 * @throws Refused `not_found`, `framework.too_many`
 */
export function saveFramework(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: FrameworkId; body: { intentId: IntentId; about: FrameworkAbout } },
): Promise<FrameworkLine> {
  return once(deps, { principal, operation: `framework.save ${id}`, request: body }, async () => {
    const of = subject(principal);
    authorise(principal, "framework:change", of);
    const kept = await deps.store.frameworks.byId(of.organisationId, id);
    if (!kept) {
      const { values } = await deps.store.frameworks.ofOrganisation(of.organisationId, undefined);
      if (values.length >= FRAMEWORK_LIMITS.frameworks) throw new Refused("framework.too_many");
    }
    const row: FrameworkRow = {
      ...{ id, ...of, ...body.about },
      count: kept?.value.count ?? 0,
      tree: kept?.value.tree ?? (await keepTree(deps, [])),
      changedAt: deps.clock.now().toISOString(),
    };
    const put = deps.store.frameworks.put(row, kept?.revision ?? "absent");
    return { reply: frameworkLine(row), writes: [put, frameworkAudit(deps, principal, row)] };
  });
}
