/** How many lessons one request may copy: each takes its words in all languages along, and one transaction holds only so many. */
export const MOST_COPIES = 6;
