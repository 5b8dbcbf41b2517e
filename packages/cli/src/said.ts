import type { Language } from "@twiza/contract/where";
import {
  decidingIn,
  type Form,
  FORM_NAMES,
  lookOf,
  stateOf,
  type Outcome,
  type Step,
  type StepState,
} from "@twiza/credential/check";
import { messages } from "@twiza/messages/check";
import {
  formatDate,
  formatDay,
  formatMinutes,
  formatMoment,
  formatPercent,
} from "@twiza/messages/format";

const SIGNS: Readonly<Record<StepState, string>> = { passed: "✓", failed: "✗", unknown: "?" };

/** What came of a check, as a person reads it. */
export function said(outcome: Outcome, language: Language): string {
  const t = messages[language];
  const { claims, form, steps, isGenuine } = outcome;
  const deciding = decidingIn(outcome);
  return [
    t[`check.verdict.${lookOf(outcome)}`](),
    ...(deciding ? [sentence(deciding, { form, language })] : []),
    "",
    ...(claims
      ? [
          isGenuine ? t["check.says"]() : t["check.says.unproven"](),
          ...lines(outcome, language),
          "",
        ]
      : []),
    t["check.steps"](),
    ...steps.map((step) => `${SIGNS[step.state]} ${t[`check.step.${step.step}`]()} (${t[`check.state.${stateOf(step)}`]()}): ${sentence(step, { form, language })}`), // prettier-ignore
    ...institutions(outcome, language),
  ].join("\n");
}

/** Each institution by itself: who issued it, and who stands behind it, with what was found of its own signature. */
function institutions({ claims, form, partners = [] }: Outcome, language: Language) {
  const t = messages[language];
  if (form === "paper") return ["", t["check.institution.paper"]()];
  if (partners.length === 0 || !claims) return [];
  return [
    "",
    t["check.institutions"](),
    `  ${claims.organisation}: ${t["check.institution.issuer"]()}`,
    ...partners.flatMap(({ name, state, steps }) => [
      `${SIGNS[state]} ${name}: ${t["check.institution.partner"]()} (${t[`check.state.${state}`]()})`,
      ...steps.map((step) => `    ${sentence(step, { form, language })}`),
    ]),
  ];
}

function lines({ claims }: Outcome, language: Language): readonly string[] {
  const t = messages[language];
  if (!claims) return [];
  const { name, course, organisation, number, issuedAt, expiresAt, minutes, percent } = claims;
  const all = [
    [t["check.holder"](), name],
    [t["check.course"](), course],
    [t["check.issuer"](), organisation],
    [t["check.number"](), number],
    [t["check.issued"](), dateOf(issuedAt, language)],
    [t["check.expires"](), expiresAt && dateOf(expiresAt, language)],
    [t["check.duration"](), minutes && formatMinutes(minutes, language)],
    [t["check.result"](), percent === undefined ? undefined : formatPercent(percent, language)],
  ];
  return all.flatMap(([label, text]) => (text ? [`  ${label}: ${text}`] : []));
}

function sentence(
  { finding, step, at, count = 0, name = "" }: Step,
  { form, language }: { form: Form | undefined; language: Language },
): string {
  const say = messages[language][`check.found.${finding}`];
  const given = {
    at:
      at === undefined
        ? ""
        : step === "status" && at.length > 10
          ? formatMoment(at, language)
          : dateOf(at, language),
    count,
    name,
    kind: form ? FORM_NAMES[form] : "",
  };
  // Each sentence takes of these what it names; the compiler cannot see which for a key that is not written out.
  return (say as (given: object) => string)(given);
}

const dateOf = (at: string, language: Language): string =>
  at.length === 10 ? formatDay(at, language) : formatDate(at, language);
