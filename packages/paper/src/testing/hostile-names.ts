import fc from "fast-check";

/** Signs of all kinds, those of names and those that break programs, by the same seed the same two hundred. */
const SIGNS = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.constantFrom(...Array.from("abcéïñŁßĐأبتثحخدذرزسشصضطظعغفقكلمنهويءآةىⴰⴱⵛⴷⵉⵢⵓⵣ")),
  },
  {
    weight: 30,
    arbitrary: fc.constantFrom(...Array.from("#$*_`\\/<>@=~[](){}'\"«»’-–—.,;:%&|^+")),
  },
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      ...[
        "\u0640",
        "\u0651\u064E",
        "\u0301\u0300",
        "\u200C",
        "\u200D",
        "\u200E",
        "\u200F",
        "\u00A0",
        "\uFDFA",
      ],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...Array.from("王あ한ไ😀𝔉ጀ"),
      "\u202E",
      "\u2066",
      "\uFFFD",
      "\uE000",
    ),
  },
);
const NAMES = fc
  .array(fc.oneof({ weight: 8, arbitrary: SIGNS }, { weight: 1, arbitrary: fc.constant(" ") }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((signs) => signs.join(""))
  .filter((name) => name.trim() !== "");

export const hostileNames = (): readonly string[] => fc.sample(NAMES, { numRuns: 200, seed: 77 });
