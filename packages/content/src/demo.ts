import type { Contact, Language, Localized, Organisation, StaffRole } from "@twiza/contract";

/** Imagined people and organisations, so that no screen of a fresh start is empty. Nobody here exists. */
export type DemoPerson = {
  readonly contact: Contact;
  readonly name: string;
  readonly language: Language;
  readonly role: StaffRole | "learner";
};

const person = (
  name: string,
  contact: Contact,
  language: Language,
  role: DemoPerson["role"],
): DemoPerson => ({
  contact,
  name,
  language,
  role,
});

export const staff = {
  administrator: person("Nadia El Fassi", "administrator@example.org", "fr", "administrator"),
  trainer: person("رشيد أيت بلعيد", "trainer@example.org", "ar", "trainer"),
  secondTrainer: person("Salma Ouhaddou", "salma@example.org", "fr", "trainer"),
  mentor: person("ⵎⵓⵃⴰ ⴰⵎⵖⴰⵔ", "mentor@example.org", "zgh", "mentor"),
  manager: person("Karim Benjelloun", "manager@example.org", "fr", "manager"),
  auditor: person("Amina Idrissi", "auditor@example.org", "en", "auditor"),
} as const;

/** Made up, as the people are. */
export const trainerPhone = "+212600000000";

/** Six learners at different points of their way. */
export const learners = {
  /** Enrolled, has opened nothing. */
  beginner: person("فاطمة الزهراء بنعلي", "fatima@example.org", "ar", "learner"),
  /** Two lessons in. */
  underWay: person("Khadija Aït Lahcen", "khadija@example.org", "fr", "learner"),
  /** All lessons done, quiz failed once. */
  failedOnce: person("ⵜⵓⴷⴰ ⵉⵅⵍⴼ", "touda@example.org", "zgh", "learner"),
  /** Finished, with a certificate. */
  certified: person("Zineb Amrani", "zineb@example.org", "en", "learner"),
  /** Finished; her certificate was revoked. */
  revoked: person("إبراهيم أوشن", "brahim@example.org", "ar", "learner"),
  /** In a cohort whose certificates are issued by hand; has earned hers. */
  eligible: person("Hassan Ouali", "hassan@example.org", "fr", "learner"),
} as const;

/** Four who work at the press; somebody has stood beside each of them. */
export const apprentices = {
  /** Passed, and confirmed by herself; the test is still before her. */
  confirmed: person("ⴼⴰⴹⵎⴰ ⴰⵢⵜ ⵎⵓⵃ", "fadma@example.org", "zgh", "learner"),
  /** Passed; her word is awaited. */
  asked: person("زهرة أوحدو", "zahra.press@example.org", "ar", "learner"),
  /** Has said that it was not so. */
  disputing: person("Itto Ben Ali", "itto.press@example.org", "fr", "learner"),
  /** Not passed yet, for one critical point. */
  failed: person("Moha Oubella", "moha.press@example.org", "en", "learner"),
} as const;

/** Everybody who can be signed in as by one tap on one's own machine. */
export const peopleOfDemo: readonly DemoPerson[] = [
  ...Object.values(learners),
  ...Object.values(staff),
  ...Object.values(apprentices),
];

export const institution: Localized = {
  ar: "معهد التعاونيات للتكوين",
  fr: "Institut des coopératives pour la formation",
  zgh: "ⵜⴰⵙⵓⴷⵓⵜ ⵏ ⵜⵎⵢⴰⵡⴰⵙⵉⵏ ⵉ ⵓⵙⵎⵓⵜⵜⴳ",
  en: "Cooperative Training Institute",
};

type DemoOrganisation = { readonly kind: Organisation["kind"]; readonly name: Localized };
export const cooperatives: readonly DemoOrganisation[] = [
  {
    kind: "cooperative",
    name: {
      ar: "تعاونية تيفاوين لزيت الأركان، تيزنيت",
      fr: "Coopérative Tifawin, huile d’argan, Tiznit",
      zgh: "ⵜⴰⵎⵢⴰⵡⴰⵙⵜ ⵜⵉⴼⴰⵡⵉⵏ, ⵜⵉⵣⵏⵉⵜ",
      en: "Tifawin cooperative, argan oil, Tiznit",
    },
  },
  {
    kind: "cooperative",
    name: {
      ar: "تعاونية أزلاف للزعفران، تالوين",
      fr: "Coopérative Azlaf, safran, Taliouine",
      zgh: "ⵜⴰⵎⵢⴰⵡⴰⵙⵜ ⴰⵣⵍⴰⴼ, ⵜⴰⵍⵉⵡⵉⵏ",
      en: "Azlaf cooperative, saffron, Taliouine",
    },
  },
  {
    kind: "cooperative",
    name: {
      ar: "تعاونية تازربيت للنسيج، الأطلس المتوسط",
      fr: "Coopérative Tazerbit, tissage, Moyen Atlas",
      zgh: "ⵜⴰⵎⵢⴰⵡⴰⵙⵜ ⵜⴰⵣⵔⴱⵉⵜ, ⴰⵟⵍⴰⵙ ⴰⵏⴰⵎⵎⴰⵙ",
      en: "Tazerbit cooperative, weaving, Middle Atlas",
    },
  },
];
