/**
 * Whether this browser keeps anything for us, and so can prove, seal and take things without network. Over plain HTTP none does, and
 * some do not in a private window: there the question itself is refused.
 */
export async function mayKeep(): Promise<boolean> {
  try {
    await caches.open("phone");
    return true;
  } catch {
    return false;
  }
}
