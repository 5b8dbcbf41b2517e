/** Small choices that stay on this device. A browser that forbids storage just forgets them. */
export type Kept =
  | "language"
  /** In which courses are read, where that is another one, and what its readers call it. */
  | "reading"
  | "readingName"
  | "theme"
  | "thrift"
  | "text"
  /** The language that is read aloud, how fast, and whether only into headphones. */
  | "voice"
  | "pace"
  | "headphones"
  /** Where whoever is known here begins; the one who is here writes it. */
  | "door"
  /** She has finished a lesson on this phone. */
  | "finished"
  /** `no`: never to be asked again to put the app on the home screen. */
  | "offer"
  /** The days of learning that a learner has seen counted: hers alone, and gone when she signs out. */
  | `copy.own.days.${string}`
  /** The day on which this phone was made ready to send by another, as that learner: gone when she signs out. */
  | `copy.own.ready.${string}`
  /** A graded question, a checklist or an assignment that somebody began to write and did not save: gone when she signs out. */
  | `copy.own.item.${string}`
  | `copy.own.checklist.${string}`
  | `copy.own.assignment.${string}`
  /** What somebody gives to work that she marks, until it is sent: gone when she signs out. */
  | `copy.own.marking.${string}`
  /** How a trainer stands with the guide to her first lesson, and which of her courses she has looked at as on a phone: gone when she signs out. */
  | `copy.own.tour.${string}`
  | `copy.own.previewed.${string}`
  /** Who looked at work on the spot here last, for the time without network: gone when she signs out. */
  | "observer"
  /** Set while something lies here that somebody gave to be delivered. */
  | "carrying"
  /** How many works of a learner lie here that the server has not: hers alone, and gone when she leaves this phone. */
  | `work.${string}`
  /** When the last mark was made that a learner has looked at: gone when she signs out. */
  | `copy.own.${string}.mark.${string}`
  /** Bytes that pages have used in a month, `used.2026-03`. */
  | `used.${string}`
  /** The learner who was here last, for the time without network. */
  | "learner"
  /** The learner who was chosen without network: the server is told as soon as there is one. */
  | "chosen"
  /** Set when that learner has a PIN on this phone. */
  | `pin.${string}`
  /** The learner whose PIN was given since the app was left. */
  | "open"
  /** When the app was left, in milliseconds of the phone's clock. */
  | "left"
  /** Minutes away from the app after which a profile with a PIN locks; 0 is never. */
  | "autolock";

/** Remembers a choice; an empty value forgets it. */
export function keep(name: Kept, value: string): void {
  try {
    if (value === "") localStorage.removeItem(`twiza.${name}`);
    else localStorage.setItem(`twiza.${name}`, value);
  } catch {
    // Storage is blocked or full: the choice holds until the page closes.
  }
}

/** What was remembered, or an empty text. */
export function kept(name: Kept): string {
  try {
    return localStorage.getItem(`twiza.${name}`) ?? "";
  } catch {
    return "";
  }
}
