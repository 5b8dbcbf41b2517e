export { openGuesses, type Guesses } from "./guesses.ts";
