import type { PublicCertificate } from "@twiza/contract";
import { expect, it } from "vitest";
import { linkedInAddress } from "./linked-in.ts";

const held = {
  id: "crt_1",
  number: "TWZ-4f2a90-2026-000123",
  courseTitle: { fr: "Créer & gérer", ar: "أنشئ تعاونية" },
  organisationName: { fr: "Institut" },
  issuedAt: "2026-03-01T08:00:00.000Z",
} as unknown as PublicCertificate;
const at = { language: "ar", origin: "https://twiza.example" } as const;

it("LinkedIn is told what, by whom, when and where it can be checked, in her words", () => {
  const address = new URL(linkedInAddress(held, at));
  expect(address.origin + address.pathname).toBe("https://www.linkedin.com/profile/add");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    startTask: "CERTIFICATION_NAME",
    name: "أنشئ تعاونية",
    organizationName: "Institut",
    ...{ issueYear: "2026", issueMonth: "3" },
    certUrl: "https://twiza.example/verify/crt_1",
    certId: "TWZ-4f2a90-2026-000123",
  });
});

it("and until when, where it ends", () => {
  const ends = { ...held, expiresAt: "2028-12-31T08:00:00.000Z" };
  const { searchParams } = new URL(linkedInAddress(ends, at));
  expect([searchParams.get("expirationYear"), searchParams.get("expirationMonth")]).toEqual([
    "2028",
    "12",
  ]);
});
