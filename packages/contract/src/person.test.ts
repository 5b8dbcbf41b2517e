import { describe, expect, it } from "vitest";
import { Contact, Membership } from "./person.ts";

describe("a contact", () => {
  it.each(["amina@example.org", "a.b+c@sub.example-1.co.ma", "+212612345678", "+2250712345678"])(
    "%s is one",
    (contact) => expect(Contact.parse(contact)).toBe(contact),
  );

  it("in capitals is the one that she will sign in with", () => {
    expect(Contact.parse("Amina.Benali@Example.ORG")).toBe("amina.benali@example.org");
  });

  it.each([
    "0612345678",
    "00212612345678",
    "+0612345678",
    "+212 6 12 34 56 78",
    "+2126",
    "+1234567890123456",
    "+٢١٢٦١٢٣٤٥٦٧٨",
    "amina",
    "amina@",
    "@example.org",
    "amina@example",
    "amina@example..org",
    "amina@.org",
    "a b@example.org",
    "amina@exa mple.org",
    "amina@example.org ",
    "amina@example.org\n",
    "amina@example.org\r\nBcc: x@example.org",
    "a@b@example.org",
    "a,b@example.org",
    "a;b@example.org",
    "group:a@example.org",
    "<amina@example.org>",
    '"amina"@example.org',
    "amina(her)@example.org",
    "a\\b@example.org",
    "amina@[127.0.0.1]",
    "a\u0000b@example.org",
    "a\ud83d@example.org",
    `${"a".repeat(65)}@example.org`,
    `a@${"a".repeat(250)}.org`,
    "",
    7,
    null,
    ["amina@example.org"],
  ])("%j is none", (value) => expect(Contact.safeParse(value).success).toBe(false));

  it("of hostile length is refused without a long look", () => {
    const began = performance.now();
    for (const value of [`a@${"a.".repeat(50_000)}`, `a@${"a-".repeat(50_000)}!`, "+".repeat(1e6)])
      expect(Contact.safeParse(value).success).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

it("a membership gives the roles of staff only: nobody is made a learner or a verifier by grant", () => {
  const roles = Membership.shape.roles;
  expect(roles.safeParse(["trainer", "auditor"]).success).toBe(true);
  for (const odd of [[], ["learner"], ["verifier"], ["owner"], ["__proto__"], "trainer"])
    expect(roles.safeParse(odd).success).toBe(false);
});
