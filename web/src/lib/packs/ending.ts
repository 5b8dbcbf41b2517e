/** How the name of a file ends that hands a course on. */
export const ENDING = ".twiza";
