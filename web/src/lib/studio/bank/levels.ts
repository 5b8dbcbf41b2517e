/** How hard an author may hold a question to be, as the contract names it. */
export const LEVELS = ["easy", "medium", "hard"] as const;
