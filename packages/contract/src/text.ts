import * as z from "zod";
import { LANGUAGES } from "./language.ts";
import { CONTENT_LANGUAGE, MOST_OTHER_LANGUAGES } from "./language-limits.ts";

/** No NUL or other control characters (a tab and a line break may stand), no lone surrogates: neither survives XML or UTF-8. */
export const isWritten = (value: string): boolean =>
  value.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(value);

/**
 * Text that people write, `isWritten`. Its length is counted in code points, as JSON Schema does; the browser's `maxlength`
 * counts UTF-16 code units, so that what it lets through is never too long here.
 */
export const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isWritten, { message: "control_characters" });

/** A language that Twiza speaks. */
export const LanguageCode = z.enum(LANGUAGES);
/** A language that courses are written in. */
export const ContentLanguageCode = z.string().regex(CONTENT_LANGUAGE);
/** What a language is called by those who read it. */
export const LanguageName = text(60);
/** Languages beside ours, each once, with the name that its readers give it. */
export const OtherLanguages = z
  .array(z.strictObject({ language: ContentLanguageCode, name: LanguageName }))
  .max(MOST_OTHER_LANGUAGES)
  .refine(
    (others) => {
      const all = [...LANGUAGES, ...others.map(({ language }) => language)];
      return new Set<string>(all).size === all.length;
    },
    { message: "languages.twice" },
  );

/** The same in those languages in which it is there; possibly none. */
export const perLanguage = <T extends z.ZodType>(schema: T) =>
  z
    .object({
      ar: schema.optional(),
      fr: schema.optional(),
      zgh: schema.optional(),
      en: schema.optional(),
    })
    .catchall(schema.optional())
    .refine(
      (value) =>
        Object.keys(value).length <= LANGUAGES.length + MOST_OTHER_LANGUAGES &&
        Object.keys(value).every((language) => CONTENT_LANGUAGE.test(language)),
      { message: "languages" },
    );

/** The same text in at least one language. */
export const localized = (max: number) =>
  perLanguage(text(max)).refine((value) => Object.values(value).some(Boolean), {
    message: "no_language",
  });
export const LocalizedText = localized(4000);

/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
/** A calendar day, `2026-03-01`. */
export const Day = z.iso.date();
/** 0 to 100. */
export const Percent = z.int().min(0).max(100);
/** What a device calls itself: chosen by it, the same for as long as it keeps anything. */
export const DeviceId = z.string().regex(/^[0-9a-z-]{8,64}$/);
/** Where the next page begins; opaque. Base64url, since a reader of it passes over any other character. */
export const PageToken = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+$/);
