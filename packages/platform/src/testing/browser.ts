/** As much of a browser as signing in needs: it keeps cookies by path and goes where it is told, one step at a time. */
export function cookieBrowser(accept = "ar") {
  const jar = new Map<string, { value: string; path: string }>();

  async function request(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url);
    const cookie = [...jar]
      .filter(([, { path }]) => pathname === path || pathname.startsWith(path.replace(/\/?$/, "/")))
      .map(([key, { value }]) => `${key.split(" ")[0] ?? ""}=${value}`)
      .join("; ");
    const headers = new Headers(init.headers);
    headers.set("accept-language", accept);
    headers.set("accept", "text/html");
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function keep(line: string): void {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const [name = "", ...value] = pair.split("=");
    const path = /(?:^|;)path=([^;]*)/i.exec(attributes.join(";"))?.[1] ?? "/";
    const gone = /expires=Thu, 01 Jan 1970|max-age=0/i.test(line) || value.join("=") === "";
    if (gone) jar.delete(`${name} ${path}`);
    else jar.set(`${name} ${path}`, { value: value.join("="), path });
  }

  return {
    get: (url: string) => request(url),
    post: (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      request(url, { method: "POST", body: new URLSearchParams(form), headers }),
    cookies: () => new Map([...jar].map(([key, { value }]) => [key, value])),
  };
}

/** Where a redirect leads, absolute. */
export const locationOf = (response: Response): string =>
  new URL(response.headers.get("location") ?? "about:blank", response.url).href;
