/**
 * Why a video could not be made smaller. `unable`: this browser writes none. `foreign`: it does not open how this one was filmed.
 * `unreadable`: it is none, or broken. `long` and `large`: more than is taken.
 */
export type FilmCode = "unable" | "foreign" | "unreadable" | "long" | "large";

export class FilmFault extends Error {
  readonly code: FilmCode;

  constructor(code: FilmCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "FilmFault";
    this.code = code;
  }
}
