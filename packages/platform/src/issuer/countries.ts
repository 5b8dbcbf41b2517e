import type { Contact } from "@twiza/contract";

/**
 * Calling codes of the members of the African Union (ITU-T E.164), where our cooperatives are. A code by telephone costs money
 * that goes to whoever owns the number, so that numbers far away are asked for by machines rather than by people.
 */
export const AFRICA: readonly string[] =
  `20 27 211 212 213 216 218 220 221 222 223 224 225 226 227 228
  229 230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 248 249 250 251 252 253 254 255 256 257 258 260 261
  263 264 265 266 267 268 269 291`.split(/\s+/);

/** Whether codes may go there: any e-mail, and telephones of these countries, given by their calling codes without a plus. */
export const isReachable = (contact: Contact, countries: readonly string[]): boolean =>
  contact.includes("@") || countries.some((code) => contact.startsWith(`+${code}`));
