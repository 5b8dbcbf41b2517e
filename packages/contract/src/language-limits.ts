/** What a language may be called that an organisation adds: its code is a language, its script and its region, in BCP 47. */
export const CONTENT_LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
/** Most languages that an organisation adds, and that a course is written in beside ours. */
export const MOST_OTHER_LANGUAGES = 8;
