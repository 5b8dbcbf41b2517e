/** Frameworks of competencies: their page and the forms that name competencies add them when they come. */
export { frameworkAddresses } from "./addresses.ts";
