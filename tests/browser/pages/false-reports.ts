import type { Report } from "./scan.ts";

/** What a scanner says and is not so, with the reason. Nothing else is let pass. */
const FALSE_REPORTS: readonly { code: RegExp; what?: RegExp; because: string }[] = [
  {
    code: /H32\.2$/,
    what: /<form class="question/,
    because: "A question that is answered rightly has nothing more to send: its button is gone.",
  },
];

export const isFalseReport = ({ code, what }: Report): boolean =>
  FALSE_REPORTS.some((one) => one.code.test(code) && (one.what?.test(what) ?? true));
