/** Something else lies where a file of the log was to be written. Nobody overwrites it; a person has to look. */
export class OtherBytes extends Error {
  constructor(path: string) {
    super(`the log has other bytes at ${path}`);
    this.name = "OtherBytes";
  }
}
