import { describe, expect, it } from "vitest";
import { isDead } from "./links.ts";
import { courseId, lessonId, site } from "./testing/lesson.ts";

const other = `crs_${"d".repeat(32)}`;

describe("a link leads somewhere", () => {
  it.each([
    "https://odco.gov.ma",
    "https://odco.gov.ma:8443/a?b=c#d",
    "https://مثال.المغرب/صفحة",
    "https://8.8.8.8/",
    "https://[2606:4700::1111]/",
    "mailto:coop@tifawin.ma",
    "mailto:coop@tifawin.ma?subject=Bonjour",
    "tel:+212612345678",
    "tel:150",
    "tel:+212-6-12.34(56)78",
    "https://twiza.example/",
    "https://twiza.example/help",
    `https://twiza.example/courses/${other}`,
    `https://twiza.example/learn/${courseId}/${lessonId}`,
    `https://twiza.example/learn/${other}/les_${"9".repeat(32)}`,
    "https://twiza.example/verify/abc",
  ])("%s", (href) => expect(isDead(href, site)).toBe(false));
});

describe("a link leads nowhere", () => {
  it.each([
    "https://",
    "https://exa mple.ma",
    "https://odco",
    "https://.ma",
    "https://localhost:3000/",
    "https://coop.local/a",
    "https://example.com/a",
    "https://10.0.0.7/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://192.168.1.1/",
    "https://172.20.0.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/",
    "https://[::1]/",
    "https://[fd00::1]/",
    "https://[fe80::1]/",
    "https://[::ffff:10.0.0.7]/",
    "mailto:coop",
    "mailto:coop@tifawin",
    "tel:demain",
    "tel:5",
    "https://twiza.example/nowhere",
    "https://twiza.example/office/courses",
    `https://twiza.example/learn/${courseId}/les_${"9".repeat(32)}`,
  ])("%s", (href) => expect(isDead(href, site)).toBe(true));
});
