import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { httpWay } from "./httpWay.ts";
import type { MadeEvent } from "./translator.ts";

const BATCH: readonly MadeEvent[] = [{ office: "o", type: "t", time: 0, json: "{}", line: 2 }];

async function withServer<T>(answer: RequestListener, body: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await body(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("a centre that is busy or without its store is asked again until it takes the batch", async () => {
  const answers = [503, 429, 202];
  await withServer(
    (_, response) => {
      const status = answers.shift() ?? 202;
      response.writeHead(status, { "Retry-After": "0.05" });
      response.end(JSON.stringify({ accepted: 0, refused: [{ index: 0, id: null, error: "no" }] }));
    },
    async (url) => {
      const way = httpWay(url, "token");
      expect(await way.send(BATCH)).toEqual({ accepted: 0, refused: [{ index: 0, reason: "no" }] });
      expect(way.retries).toBe(2);
    },
  );
});

test("a centre that stays away is given up with the reason, and the import may be repeated", async () => {
  const problem = { title: "The store can not be reached", detail: "Later." };
  await withServer(
    (_, response) => response.writeHead(503).end(JSON.stringify(problem)),
    async (url) => {
      const way = httpWay(url, "token", { first: 400, later: 400 });
      await expect(way.send(BATCH)).rejects.toThrow(
        /does not take events \(503: The store can not be reached\. Later\.\).* run the import again: what has arrived changes nothing/,
      );
    },
  );
  await expect(httpWay("http://127.0.0.1:1", "token", { first: 100, later: 100 }).send(BATCH)).rejects.toThrow(
    "The centre at http://127.0.0.1:1 does not take events",
  );
});
