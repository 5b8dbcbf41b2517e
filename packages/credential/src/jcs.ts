/** JSON in the one spelling that it has (RFC 8785): names in the order of their code units, nothing between. */
export function jcs(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(jcs).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${jcs(each)}`);
  return `{${members.join(",")}}`;
}
