/** The small door, which every lesson carries: the phone's database, and what is written into it. */
export { openDatabase, type Database, type DatabaseOptions } from "./database.ts";
export { PhoneFull } from "./phone-full.ts";
export type { Phone } from "./phone.ts";
export { GUEST, type CourseState, type Entry, type Happening, type Receipt } from "./entry.ts";
export { joined, later, type Place, type Progress, withEvents } from "./merge.ts";
export { adopt, append, courseStates, keepPlace, waiting } from "./outbox.ts";
export { standingOf, type Standing } from "./standing.ts";
export { EVERYBODY, things } from "./things.ts";
