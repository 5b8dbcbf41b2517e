/** The pages that help says something of, by their route. */
const GUIDES = {
  "/(learner)/learn": "guide.learn",
  "/(learner)/learn/[courseId]": "guide.course",
  "/(learner)/learn/[courseId]/[lessonId]": "guide.lesson",
  "/(learner)/learn/[courseId]/quiz": "guide.quiz",
  "/(learner)/courses": "guide.courses",
  "/(learner)/courses/[courseId]": "guide.standing",
  "/(learner)/wallet": "guide.wallet",
  "/(learner)/me": "guide.me",
  "/profiles": "guide.profiles",
  // Of what is seldom opened the sentence comes with the page's own, which are here when she comes from it.
  "/(learner)/downloads": "guide.downloads",
  "/(learner)/queue": "guide.queue",
  "/(work)/courses/[courseId]/work/[assignmentId]": "guide.work",
  "/ticket": "guide.ticket",
  "/card": "guide.card",
  "/check": "guide.check",
  "/observe": "guide.observe",
} as const;
export type Guide = (typeof GUIDES)[keyof typeof GUIDES];

/** What to say of a page; nothing of pages without a guide. */
export const guideOf = (route: string | null | undefined): Guide | undefined =>
  new Map<string, Guide>(Object.entries(GUIDES)).get(route ?? "");
