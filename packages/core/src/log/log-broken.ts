/** The log does not begin with what it has promised, or its files are not what was appended. Nothing is signed then, ever again, until a person has looked. */
export class LogBroken extends Error {
  constructor(what: string) {
    super(`the log is not what it was: ${what}`);
    this.name = "LogBroken";
  }
}
