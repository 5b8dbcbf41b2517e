import type { PublicCertificate } from "@twiza/contract";
import { nearest, t } from "../index.ts";
import type { Shared } from "../share.ts";

/** What is said of a certificate that is shown to others, and where they check it. */
export function sharedOf({
  id,
  courseTitle,
}: Pick<PublicCertificate, "id" | "courseTitle">): Shared {
  const course = nearest(courseTitle).text;
  return {
    title: course,
    text: t("wallet.words", { course }),
    url: `${location.origin}/verify/${id}`,
  };
}
