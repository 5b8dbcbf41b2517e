/**
 * Every expected no, with its HTTP status. Codes are API: add, never rename.
 * Each code has a sentence and a way to mend it, in four languages, in `@twiza/messages` (`refusal.<code>`).
 */
export const REFUSALS = {
  "request.malformed": 400,
  "request.invalid": 400,
  "request.too_large": 413,
  "request.too_deep": 400,
  "request.not_json": 415,
  "request.forged": 403,
  "session.required": 401,
  "role.missing": 403,
  not_found: 404,
  "intent.reused": 409,
  stale_write: 409,
  busy: 503,
  "code.wrong": 401,
  "code.expired": 401,
  "code.locked": 429,
  "code.too_many": 429,
  "contact.invalid": 400,
  "contact.country": 400,
  "sign_in.expired": 400,
  "entry.unknown": 401,
  "entry.expired": 401,
  "entry.used": 409,
  "entry.withdrawn": 403,
  "card.unknown": 401,
  "guess.too_many": 429,
  "learner.required": 409,
  "account.required": 403,
  "profile.too_many": 409,
  "course.unchanged": 409,
  "course.incomplete": 409,
  "course.not_published": 409,
  "course.voice_astray": 409,
  "cohort.closed": 409,
  "cohort.full": 409,
  "lesson.unknown": 400,
  "attempt.none_left": 409,
  "attempt.closed": 409,
  "certificate.not_earned": 409,
  "certificate.already_issued": 409,
  "certificate.already_revoked": 409,
  "certificate.own": 403,
  "membership.own": 403,
  "membership.exists": 409,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSALS;

/** The status each code travels with (RFC 9110). */
export const statusOf = (code: RefusalCode): number => REFUSALS[code];
