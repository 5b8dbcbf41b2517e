export { check, namesIn } from "./check.ts";
export { decidingIn, FORM_NAMES, type Look, lookOf, LOOKS } from "./look.ts";
export {
  type Claims,
  type Finding,
  FINDINGS,
  type Form,
  FORMS,
  type Outcome,
  type Partner,
  type Step,
  type StepName,
  STEPS,
  stateOf,
  type StepState,
  type Told,
  type Verdict,
  VERDICTS,
} from "./outcome.ts";
export { MOST_BYTES } from "./recognise.ts";
export type { CheckSetting, Issuer, Sources, Unbake, VerifyDocument } from "./sources.ts";
