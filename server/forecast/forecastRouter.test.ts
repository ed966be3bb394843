import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ForecastAnswer } from "../../shared/forecast.ts";
import { problemHandler } from "../http/problem.ts";
import { createLog } from "../log.ts";
import { forecastRouter } from "./forecastRouter.ts";

let server: Server;
let url = "";

beforeAll(async () => {
  const app = express();
  const forecasts = {
    knownOffice: (id: string) => id === "KZ-71-01",
    ofOffice: async (office: string) => ({ office }) as ForecastAnswer,
  };
  app.use("/api/forecast", forecastRouter(forecasts));
  app.use(problemHandler(createLog("fatal")));
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/forecast`;
});

afterAll(() => server.close());

test("an office's forecast is answered and kept by no cache", async () => {
  const response = await fetch(`${url}?office=KZ-71-01`);
  expect(await response.json()).toEqual({ office: "KZ-71-01" });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test.each(["", "?office=", "?office=KZ-00-00", "?office=KZ-71-01&office=KZ-71-02", "?office=KZ-71-01&day=2026-11-23"])(
  "bad input %j gets an answer that names the parameter and the remedy",
  async (query) => {
    const response = await fetch(url + query);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const { parameter, detail } = (await response.json()) as { parameter: string; detail: string };
    expect(["office", "day"]).toContain(parameter);
    expect(detail.length).toBeGreaterThan(20);
  },
);

test("nothing can be posted", async () => {
  expect((await fetch(`${url}?office=KZ-71-01`, { method: "POST" })).status).toBe(405);
});
