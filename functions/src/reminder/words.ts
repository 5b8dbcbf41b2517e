import type { Certificate } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import type { Message, ToTell } from "@twiza/core";
import { formatDate } from "@twiza/messages/format";
import { messages } from "@twiza/messages/reminder";

/** So many of other people's are named; the desk has all of them. */
const MOST_NAMED = 50;

/** Keeps a name or a number from turning the line around it, in whatever direction it is written. */
const apart = (text: string): string => `\u2068${text}\u2069`;

/** The one message of a day, in the reader's language: her own certificates first, then those that she issues for others. */
export const wordsAt =
  (origin: string) =>
  ({ account, own, others }: ToTell): Omit<Message, "to"> => {
    const { language, name } = account;
    const t = messages[language];
    const factsOf = ({ courseTitle, number, expiresAt = "" }: Certificate) => ({
      course: apart(inLanguage(courseTitle, language).text),
      number: apart(number),
      date: apart(formatDate(expiresAt, language)),
    });
    const hers = own.map((each) => t["own.line"](factsOf(each)));
    const theirs = others
      .slice(0, MOST_NAMED)
      .map((each) => t["others.line"]({ ...factsOf(each), name: apart(each.learnerName) }));
    const more = others.length - theirs.length;
    const parts = [
      name === undefined ? t.hello() : t["hello.name"]({ name: apart(name) }),
      ...(own.length > 0 ? [t["own.lead"](), hers.join("\n"), t["own.mend"]()] : []),
      ...(own.length > 0 ? [`${origin}/wallet`] : []),
      ...(others.length > 0 ? [t["others.lead"](), theirs.join("\n")] : []),
      ...(more > 0 ? [t["others.more"]({ count: more })] : []),
      ...(others.length > 0 ? [t["others.mend"](), `${origin}/office`] : []),
      t.why(),
    ];
    const subject =
      own.length > 0
        ? t["own.subject"]({ count: own.length })
        : t["others.subject"]({ count: others.length });
    return { subject, text: parts.join("\n\n") };
  };
