import { describe, expect, it } from "vitest";
import { readContact } from "./contact.ts";
import { inParts, readPeople } from "./people-lines.ts";

describe("a contact", () => {
  it.each([
    ["0612345678", "+212612345678"],
    ["06 12 34 56 78", "+212612345678"],
    ["٠٦١٢٣٤٥٦٧٨", "+212612345678"],
    ["\u202A+212 612-345678\u202C", "+212612345678"],
    ["00212612345678", "+212612345678"],
    ["+212 (0)612345678", "+212612345678"],
    ["212612345678", "+212612345678"],
    ["612345678", "+212612345678"],
    ["+221 77 123 45 67", "+221771234567"],
    [" Fatima@Exemple.MA ", "fatima@exemple.ma"],
  ])("%s is kept as %s", (written, contact) => {
    expect(readContact(written)).toEqual({ contact });
  });

  it.each([
    ["", "none"],
    ["6.12E+08", "scientific"],
    ["06123", "unreadable"],
    ["fatima@", "unreadable"],
    ["fatima@exemple", "unreadable"],
    ["Fatima", "unreadable"],
  ])("%s is not guessed at", (written, fault) => {
    expect(readContact(written)).toEqual({ fault });
  });
});

describe("a list of people", () => {
  const person = { name: "Fatima Zahra", contact: "+212612345678" };
  it.each([
    "Fatima Zahra, 0612345678",
    "Fatima Zahra 06 12 34 56 78",
    "Fatima Zahra\t+212612345678",
    "0612345678;Fatima Zahra",
    '"Fatima Zahra";"0612345678"',
    "Fatima Zahra : 06.12.34.56.78",
  ])("is read as people write it: %s", (text) => {
    expect(readPeople(text)).toEqual([{ line: 1, person }]);
  });

  it("keeps names in their script and takes addresses in angle brackets", () => {
    expect(readPeople("فاطمة بنحدو، ٠٦١٢٣٤٥٦٧٨\nⴼⴰⴹⵎⴰ <Fadma@coop.ma>")).toEqual([
      { line: 1, person: { name: "فاطمة بنحدو", contact: "+212612345678" } },
      { line: 2, person: { name: "ⴼⴰⴹⵎⴰ", contact: "fadma@coop.ma" } },
    ]);
  });

  it("says of each bad line which it is and what is wrong", () => {
    const text =
      "Nom;Téléphone\n\n0612345678\nItto 6.12E+08\nFatima 0612345678\nAmina 06 12 34 56 78";
    expect(readPeople(text)).toEqual([
      { line: 1, text: "Nom;Téléphone", fault: "none" },
      { line: 3, text: "0612345678", fault: "name" },
      { line: 4, text: "Itto 6.12E+08", fault: "scientific" },
      { line: 5, person: { name: "Fatima", contact: "+212612345678" } },
      { line: 6, text: "Amina 06 12 34 56 78", fault: "twice" },
    ]);
  });

  it("is sent in parts that together are the whole", () => {
    const list = Array.from({ length: 45 }, (_, index) => index);
    const parts = inParts(list, 20);
    expect(parts.map((part) => part.length)).toEqual([20, 20, 5]);
    expect(parts.flat()).toEqual(list);
    expect(inParts([], 20)).toEqual([]);
  });
});
