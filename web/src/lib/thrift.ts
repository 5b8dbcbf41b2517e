import { kept } from "./kept.ts";

/** Whether this phone saves data: as she has chosen (`on`, `off`), else as its browser says. */
export function isThrifty(chosen: string = kept("thrift")): boolean {
  return chosen === "on" || (chosen !== "off" && browserSaves());
}

function browserSaves(): boolean {
  const connection = "connection" in navigator ? navigator.connection : undefined;
  return (
    typeof connection === "object" &&
    connection !== null &&
    "saveData" in connection &&
    connection.saveData === true
  );
}
