import type { Design, DesignLook } from "@twiza/contract";
import { type DesignBase, type PaletteName, unknownField } from "@twiza/contract/design-rules";
import { LANGUAGES, type Language } from "@twiza/contract/where";

export const TEXTS = ["heading", "lead", "body", "foot"] as const;
export type TextName = (typeof TEXTS)[number];
type Texts = Record<Language, Record<TextName, string>>;
type Picture = NonNullable<DesignLook["signatories"][number]["signature"]>;
export type Signatory = {
  name: string;
  title: Record<Language, string>;
  signature: Picture | undefined;
};
export type Logo = { name: string; picture: Picture };

/** A design as its form holds it: every field there, empty where nothing is said. */
export type Draft = {
  name: string;
  base: DesignBase;
  orientation: "landscape" | "portrait";
  palette: PaletteName;
  second: Language | "";
  texts: Texts;
  shows: DesignLook["shows"];
  signatories: Signatory[];
  logos: Logo[];
  everywhere: boolean;
  courses: string[];
};

/** The colours that each drawing begins with. */
const BEGINNING = {
  hanbel: "nila",
  zellige: "argan",
  margin: "tadelakt",
  open: "layl",
} as const satisfies Record<DesignBase, PaletteName>;

const inAll = <T>(make: (language: Language) => T): Record<Language, T> => ({
  ar: make("ar"),
  fr: make("fr"),
  zgh: make("zgh"),
  en: make("en"),
});

export const newDraft = (base: DesignBase): Draft => ({
  name: "",
  base,
  orientation: "landscape",
  palette: BEGINNING[base],
  second: "",
  texts: inAll(() => ({ heading: "", lead: "", body: "", foot: "" })),
  shows: { hours: true, result: false, competencies: true },
  signatories: [newSignatory()],
  logos: [],
  everywhere: true,
  courses: [],
});

export const newSignatory = (): Signatory => ({
  name: "",
  title: inAll(() => ""),
  signature: undefined,
});

export function draftOf({ name, look, everywhere, courses }: Design): Draft {
  const { second, texts, signatories, logos, shows, ...rest } = look;
  return {
    name,
    ...rest,
    second: second ?? "",
    texts: inAll((language) => {
      const said = texts[language] ?? {};
      const { heading = "", lead = "", body = "", foot = "" } = said;
      return { heading, lead, body, foot };
    }),
    shows: { ...shows },
    signatories: signatories.map((each) => ({
      name: each.name,
      title: inAll((language) => each.title[language] ?? ""),
      signature: each.signature,
    })),
    logos: logos.map((logo) => ({ ...logo })),
    everywhere,
    courses: [...courses],
  };
}

/** What goes to the server: what was left empty is left out, and so is a signatory of whom nothing is said. */
export function lookOf(draft: Draft): DesignLook {
  const { base, orientation, palette, second, shows } = draft;
  const texts = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const said = written(draft.texts[language]);
      return Object.keys(said).length > 0 ? [[language, said]] : [];
    }),
  );
  return {
    base,
    orientation,
    palette,
    ...(second ? { second } : {}),
    texts,
    shows: { ...shows },
    signatories: draft.signatories.filter(isSaid).map(({ name, title, signature }) => ({
      name: name.trim(),
      title: written(title),
      ...(signature ? { signature: { ...signature } } : {}),
    })),
    logos: draft.logos.map(({ name, picture }) => ({ name: name.trim(), picture: { ...picture } })),
  };
}

const written = <K extends string>(texts: Record<K, string>): Partial<Record<K, string>> => {
  const said = Object.entries<string>(texts).flatMap(([key, text]) =>
    text.trim() === "" ? [] : [[key, text.trim()]],
  );
  // The keys are those that came in.
  return Object.fromEntries(said) as Partial<Record<K, string>>;
};
const isSaid = ({ name, title, signature }: Signatory): boolean =>
  name.trim() !== "" ||
  signature !== undefined ||
  Object.values(title).some((text) => text.trim() !== "");

/** What is wrong with a draft, field by field, before anybody sends it. */
export type Faults = {
  readonly name: boolean;
  /** `fr.body`: the field that no certificate has, as it is written. */
  readonly texts: ReadonlyMap<string, string>;
  readonly signatories: ReadonlySet<number>;
  readonly logos: ReadonlySet<number>;
};
export function faultsOf(draft: Draft): Faults {
  const texts = new Map<string, string>();
  for (const language of LANGUAGES)
    for (const name of TEXTS) {
      const unknown = unknownField(draft.texts[language][name]);
      if (unknown !== undefined) texts.set(`${language}.${name}`, unknown);
    }
  const nameless = (list: readonly { readonly name: string }[], counts: (at: number) => boolean) =>
    new Set(list.flatMap(({ name }, at) => (name.trim() === "" && counts(at) ? [at] : [])));
  return {
    name: draft.name.trim() === "",
    texts,
    signatories: nameless(draft.signatories, (at) => {
      const signatory = draft.signatories[at];
      return signatory !== undefined && isSaid(signatory);
    }),
    logos: nameless(draft.logos, () => true),
  };
}
/** Whether it can be drawn: a name for the list may still be missing. */
export const isDrawable = ({ texts, signatories, logos }: Faults): boolean =>
  texts.size === 0 && signatories.size === 0 && logos.size === 0;
