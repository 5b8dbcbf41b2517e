/** What shows a lesson as a learner meets it. @throws TypeError without network, until it was used once */
export const bringPreview = async () => (await import("./Preview.svelte")).default;
