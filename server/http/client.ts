import { join, resolve } from "node:path";
import express, { Router } from "express";

const YEAR = "1y";

/**
 * The browser's side out of its built folder: files under `assets` carry a hash in their names and are kept for a
 * year, the page itself is asked for anew; every address that is no file is the page.
 */
export function clientRouter(folder: string): Router {
  const root = resolve(folder);
  const router = Router();
  router.use("/assets", express.static(join(root, "assets"), { immutable: true, maxAge: YEAR, index: false }));
  router.use(express.static(root, { index: false, cacheControl: false, setHeaders: askAnew }));
  router.get("/{*splat}", (request, response, next) => {
    const isFile = /\.[a-z0-9]{1,8}$/i.test(request.path);
    if (isFile || request.path.startsWith("/api/") || !request.accepts("html")) {
      next();
      return;
    }
    response.sendFile("index.html", { root, cacheControl: false, headers: { "Cache-Control": "no-cache" } });
  });
  return router;
}

function askAnew(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader("Cache-Control", "no-cache");
}
