/** What leads out of the file: another computer, or something that is no address of a file at all. */
export const isOutside = (address: string): boolean =>
  /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    // A percent sign that means a percent sign.
    return address;
  }
};

/**
 * The full name of the file that an address in another one means: `../media/a%20b.png?x#y` in `pages/1.html` is `media/a b.png`.
 * It never climbs out. What leads elsewhere stays as it is.
 */
export function nameOf(address: string, from: string): string {
  const plain = address.trim();
  if (isOutside(plain)) return plain;
  const path = decoded(plain.replace(/[?#].*$/s, "")).replaceAll("\\", "/");
  const steps = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
