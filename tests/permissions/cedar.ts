import * as cedar from "@cedar-policy/cedar-wasm/nodejs";
import { readFileSync } from "node:fs";
import type { Case } from "./authorisation-cases.ts";

const SET = "twiza";
const text = readFileSync(new URL("./policies.cedar", import.meta.url), "utf8");

/** Cedar itself says what is wrong with a policy file: a test that cannot read its oracle must not pass. */
const parsed = cedar.preparsePolicySet(SET, { staticPolicies: text });
if (parsed.type === "failure") throw new Error(parsed.errors.map((e) => e.message).join("\n"));

const uid = (type: string, id: string) => ({ type, id });
const ref = (type: string, id: string) => ({ __entity: uid(type, id) });
const HER = "her";
const SOMEBODY_ELSE = "somebody else";

const answers = new Map<string, boolean>();

/**
 * What the policies say. Roles are a set to Cedar, so that a pair in the other order is the same question; each is asked once.
 * @throws when a policy cannot be evaluated
 */
export function oracleAllows(asked: Case): boolean {
  const { principal, action, subject } = asked;
  const roles = [...principal.roles].sort();
  const key = JSON.stringify([roles, principal.organisationId, action, subject]);
  const answer = answers.get(key) ?? ask(asked);
  answers.set(key, answer);
  return answer;
}

/** One request to Cedar, with people and things as its entities. */
function ask({ principal, action, subject }: Case): boolean {
  const answer = cedar.statefulIsAuthorized({
    preparsedPolicySetId: SET,
    principal: uid("Person", HER),
    action: uid("Action", action),
    resource: uid("Thing", "it"),
    context: {},
    entities: [
      {
        uid: uid("Person", HER),
        attrs: principal.organisationId
          ? { organisation: ref("Organisation", principal.organisationId) }
          : {},
        parents: [...new Set(principal.roles)].map((role) => uid("Role", role)),
      },
      {
        uid: uid("Thing", "it"),
        attrs: {
          organisation: ref("Organisation", subject.organisationId),
          owner: ref("Person", subject.own ? HER : SOMEBODY_ELSE),
          teachers: [ref("Person", subject.cohort ? HER : SOMEBODY_ELSE)],
          live: subject.published === true,
        },
        parents: [],
      },
    ],
  });
  if (answer.type === "failure") throw new Error(answer.errors.map((e) => e.message).join("\n"));
  const { decision, diagnostics } = answer.response;
  const [broken] = diagnostics.errors;
  // Cedar leaves out a policy that it cannot evaluate; the oracle must then not answer at all.
  if (broken) throw new Error(`${broken.policyId}: ${broken.error.message}`);
  return decision === "allow";
}
