/** An origin that is nobody's (RFC 2606), to see where a browser would go. */
const HERE = "https://here.invalid";

/**
 * The path a person goes back to after signing in, or `undefined` when a browser could take it for another site:
 * schemes, `//host`, `/\host`, control characters (which browsers drop) and paths that become `//` once resolved.
 */
export function safeReturnTo(path: string): string | undefined {
  if (path.length > 2000 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(path)) return undefined;
  const resolved = URL.parse(path, HERE);
  if (resolved?.origin !== HERE || resolved.pathname.startsWith("//")) return undefined;
  return path;
}
