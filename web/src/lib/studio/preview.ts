/** What shows a lesson as a learner meets it, and its words. @throws TypeError without network, until it was used once */
export const bringPreview = async () => (await import("./quality/bring-look.ts")).bringLook();
