import { describe, expect, it } from "vitest";
import { agreedContact, contactFaults, noContact } from "./cohort-contact.ts";

describe("whom learners may call", () => {
  it("may be nobody", () => {
    expect([...contactFaults(noContact())]).toEqual([]);
    expect(agreedContact(noContact())).toBeUndefined();
  });

  it("is a name and a telephone number, with that person's consent", () => {
    const draft = { name: " Rachid ", phone: "06 12 34 56 78", consent: true };
    expect(agreedContact(draft)).toEqual({ name: "Rachid", phone: "+212612345678", consent: true });
    expect([...contactFaults({ ...draft, consent: false })]).toEqual(["consent"]);
    expect([...contactFaults({ ...draft, phone: "rachid@example.org" })]).toEqual(["phone"]);
    expect([...contactFaults({ ...draft, phone: "6.12E+08" })]).toEqual(["phone"]);
    expect([...contactFaults({ ...draft, name: " " })]).toEqual(["name"]);
    expect(agreedContact({ ...draft, consent: false })).toBeUndefined();
  });
});
