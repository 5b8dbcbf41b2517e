export { openGuesses, type Guesses } from "./guesses.ts";
export { openParcelLimit, type ParcelLimit } from "./parcels.ts";
