const AGAIN_MS = 5000;

/**
 * Lets a television in whose start page is `/display#token=…`: the token goes to the centre in a body, so that it stands in
 * no log of an address. As long as the centre is away it is asked again. True when the page is on its way elsewhere.
 */
export async function openScreen(page: Pick<Location, "pathname" | "hash" | "replace">): Promise<boolean> {
  if (page.pathname !== "/display" || !page.hash.startsWith("#token=")) return false;
  const token = page.hash.slice("#token=".length);
  for (;;) {
    const response = await fetch("/api/display", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    }).catch(() => null);
    if (response !== null && response.status < 500) {
      page.replace(response.ok ? ((await response.json()) as { page: string }).page : "/sign-in?screen");
      return true;
    }
    await new Promise((again) => setTimeout(again, AGAIN_MS));
  }
}
