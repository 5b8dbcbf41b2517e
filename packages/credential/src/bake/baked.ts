/** Why nothing is read out of a picture. */
export const BAKE_FAULTS = [
  "too_large",
  "not_a_picture",
  "none",
  "several",
  "compressed",
  "broken",
] as const;
export type BakeFault = (typeof BAKE_FAULTS)[number];

/** What is baked into a picture, unproven: a compact JWS, or JSON that carries its proof. */
export type Baked =
  | { readonly state: "found"; readonly form: "jwt" | "json"; readonly text: string }
  | { readonly state: "refused"; readonly code: BakeFault };
