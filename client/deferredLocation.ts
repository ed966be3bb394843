import { useDeferredValue } from "react";
import { useBrowserLocation, useSearch } from "wouter/use-browser-location";

/** Where the browser is; a new place is drawn in small pieces of time, and the old one stands until it is ready. */
export function useDeferredLocation(...options: Parameters<typeof useBrowserLocation>) {
  const [path, go] = useBrowserLocation(...options);
  return [useDeferredValue(path), go] as ReturnType<typeof useBrowserLocation>;
}

/** The query beside that place. */
export function useDeferredSearch(...options: Parameters<typeof useSearch>): string {
  return useDeferredValue(useSearch(...options));
}
