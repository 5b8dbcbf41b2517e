import type { Cohort, Language, Localized, StaffRole } from "@twiza/contract";

/** Invented organisations and people to try Twiza with. Every address ends in example.org, which belongs to nobody (RFC 2606). */
export type DemoOrganisation = {
  readonly key: string;
  readonly kind: "institution" | "cooperative";
  readonly parent?: string;
  readonly name: Localized;
};
export type DemoPerson = {
  readonly key: string;
  /** As its bearer writes it. */
  readonly name: string;
  readonly contact: string;
  readonly language: Language;
};
export type DemoStaff = DemoPerson & {
  readonly organisation: string;
  readonly roles: readonly StaffRole[];
};
export type DemoCohort = Pick<Cohort, "name" | "places" | "joining" | "issuing"> & {
  readonly key: string;
  readonly course: string;
  readonly trainer: string;
  /** Days from the day of seeding, so that the cohort is always running. */
  readonly startsInDays: number;
  readonly endsInDays: number;
};

/** How far a learner has come. `eligible` has done everything and waits for the administrator's hand. */
export type DemoProgress =
  | { readonly stage: "not_started" }
  | { readonly stage: "learning"; readonly lessonsDone: number }
  | { readonly stage: "quiz_failed"; readonly tries: number }
  | { readonly stage: "certified" }
  | {
      readonly stage: "revoked";
      readonly reason: "error" | "fraud" | "identity" | "request";
      readonly note: string;
    }
  | { readonly stage: "eligible" };
export type DemoLearner = DemoPerson & {
  readonly cooperative: string;
  readonly course: string;
  readonly cohort?: string;
  readonly progress: DemoProgress;
};

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: "institute",
    kind: "institution",
    name: {
      fr: "Institut Twiza de formation coopérative",
      ar: "معهد تويزا للتكوين التعاوني",
      zgh: "ⴰⵙⵉⵏⴰⴳ ⵏ ⵜⵡⵉⵣⵉ ⵉ ⵓⵙⵎⵓⵜⵜⴳ ⵏ ⵜⵎⵢⴰⵡⴰⵙⵉⵏ",
      en: "Twiza Institute for Cooperative Training",
    },
  },
  {
    key: "argan",
    kind: "cooperative",
    parent: "institute",
    name: {
      fr: "Coopérative Tifaouine n Imi Ougni, huile d’argan, Tiznit",
      ar: "تعاونية تيفاوين ن إيمي أوكني لزيت الأركان، تيزنيت",
      zgh: "ⵜⴰⵎⵢⴰⵡⴰⵙⵜ ⵜⵉⴼⴰⵡⵉⵏ ⵏ ⵉⵎⵉ ⵓⴳⵏⵉ, ⵜⵉⵣⵏⵉⵜ",
      en: "Tifaouine n Imi Ougni Cooperative, argan oil, Tiznit",
    },
  },
  {
    key: "saffron",
    kind: "cooperative",
    parent: "institute",
    name: {
      fr: "Coopérative Ifalan Izeggaghen, safran, Taliouine",
      ar: "تعاونية الخيوط الحمراء للزعفران، تالوين",
      zgh: "ⵜⴰⵎⵢⴰⵡⴰⵙⵜ ⵉⴼⴰⵍⴰⵏ ⵉⵣⴳⴳⵯⴰⵖⵏ, ⵜⴰⵍⵉⵡⵉⵏ",
      en: "Ifalan Izeggaghen Cooperative, saffron, Taliouine",
    },
  },
  {
    key: "carpets",
    kind: "cooperative",
    parent: "institute",
    name: {
      fr: "Coopérative Azetta n Tizi Oufella, tapis du Moyen Atlas",
      ar: "تعاونية منسج تيزي أوفلا لزرابي الأطلس المتوسط",
      zgh: "ⵜⴰⵎⵢⴰⵡⴰⵙⵜ ⴰⵥⵟⵟⴰ ⵏ ⵜⵉⵣⵉ ⵓⴼⵍⵍⴰ",
      en: "Azetta n Tizi Oufella Cooperative, carpets of the Middle Atlas",
    },
  },
];

export const demoStaff: readonly DemoStaff[] = [
  {
    key: "trainer",
    name: "Nadia Ouhssaine",
    contact: "nadia@example.org",
    language: "fr",
    organisation: "institute",
    roles: ["trainer"],
  },
  {
    key: "administrator",
    name: "يوسف العلمي",
    contact: "youssef@example.org",
    language: "ar",
    organisation: "institute",
    roles: ["administrator"],
  },
  {
    key: "mentor",
    name: "ⵉⵟⵟⵓ ⵓⵃⵎⵎⵓ",
    contact: "itto@example.org",
    language: "zgh",
    organisation: "institute",
    roles: ["mentor"],
  },
];

export const demoCohorts: readonly DemoCohort[] = [
  {
    key: "open",
    name: "Prix et marge, Tiznit et Taliouine",
    course: "price-cost-and-margin",
    trainer: "trainer",
    startsInDays: -14,
    endsInDays: 76,
    places: 30,
    joining: "open",
    issuing: "automatic",
  },
  {
    key: "invited",
    name: "تأسيس تعاونية، الأطلس المتوسط",
    course: "create-and-govern-a-cooperative",
    trainer: "trainer",
    startsInDays: -30,
    endsInDays: 60,
    places: 12,
    joining: "by_invitation",
    issuing: "by_hand",
  },
];

export const demoLearners: readonly DemoLearner[] = [
  {
    key: "rachida",
    name: "Rachida Aït Baha",
    contact: "rachida@example.org",
    language: "fr",
    cooperative: "argan",
    course: "price-cost-and-margin",
    cohort: "open",
    progress: { stage: "not_started" },
  },
  {
    key: "khadija",
    name: "خديجة أيت الحاج",
    contact: "khadija@example.org",
    language: "ar",
    cooperative: "saffron",
    course: "price-cost-and-margin",
    cohort: "open",
    progress: { stage: "learning", lessonsDone: 2 },
  },
  {
    key: "fadma",
    name: "ⴼⴰⴹⵎⴰ ⵓⵄⵍⵉ",
    contact: "fadma@example.org",
    language: "zgh",
    cooperative: "argan",
    course: "keep-the-cash-book",
    progress: { stage: "quiz_failed", tries: 1 },
  },
  {
    key: "fatima-zahra",
    name: "فاطمة الزهراء أوبلا",
    contact: "fatima.zahra@example.org",
    language: "ar",
    cooperative: "argan",
    course: "keep-the-cash-book",
    progress: { stage: "certified" },
  },
  {
    key: "lahcen",
    name: "Lahcen Ouchen",
    contact: "lahcen@example.org",
    language: "fr",
    cooperative: "saffron",
    course: "price-cost-and-margin",
    cohort: "open",
    progress: {
      stage: "revoked",
      reason: "identity",
      note: "Le quiz a été passé par une autre personne.",
    },
  },
  {
    key: "awa",
    name: "Awa Diop",
    contact: "awa@example.org",
    language: "en",
    cooperative: "carpets",
    course: "create-and-govern-a-cooperative",
    cohort: "invited",
    progress: { stage: "eligible" },
  },
];
