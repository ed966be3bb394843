import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { routeOf } from "../log.ts";

/** The figures about the centre itself, for Prometheus. The parts of the server count in them. */
export interface Metrics {
  readonly registry: Registry;
  readonly eventsAccepted: Counter;
  readonly eventsRefused: Counter<"reason">;
  /** Events folded, by how: `counted`, `duplicate`. */
  readonly eventsFolded: Counter<"how">;
  readonly deadLetters: Counter<"reason">;
  /** Entries of a partition's stream that are not committed yet. */
  readonly lagEntries: Gauge<"partition">;
  /** Age of the oldest of them, seconds. */
  readonly lagSeconds: Gauge<"partition">;
  readonly commitSeconds: Histogram;
  readonly commitKeys: Counter;
  readonly partitionsOwned: Gauge;
  readonly sockets: Gauge;
  readonly deltas: Counter;
  readonly requestSeconds: Histogram<"method" | "route" | "status">;
}

const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const REQUEST_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** A new set of metrics with a registry of its own, Node's included. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    eventsAccepted: new Counter({ name: "oss_events_accepted_total", help: "Events stored by the door", registers }),
    eventsRefused: new Counter({
      name: "oss_events_refused_total",
      help: "Events refused by the door, by reason",
      labelNames: ["reason"],
      registers,
    }),
    eventsFolded: new Counter({
      name: "oss_events_folded_total",
      help: "Stream entries folded into figures, by how",
      labelNames: ["how"],
      registers,
    }),
    deadLetters: new Counter({
      name: "oss_dead_letters_total",
      help: "Stream entries that were not taken, by reason",
      labelNames: ["reason"],
      registers,
    }),
    lagEntries: new Gauge({
      name: "oss_lag_entries",
      help: "Stream entries not committed yet, by partition",
      labelNames: ["partition"],
      registers,
    }),
    lagSeconds: new Gauge({
      name: "oss_lag_seconds",
      help: "Age of the oldest entry not committed yet, by partition",
      labelNames: ["partition"],
      registers,
    }),
    commitSeconds: new Histogram({
      name: "oss_commit_seconds",
      help: "Time of one commit",
      buckets: COMMIT_SECONDS,
      registers,
    }),
    commitKeys: new Counter({ name: "oss_commit_keys_total", help: "Values written by commits", registers }),
    partitionsOwned: new Gauge({ name: "oss_partitions_owned", help: "Partitions owned by this process", registers }),
    sockets: new Gauge({ name: "oss_sockets", help: "Live viewers connected to this process", registers }),
    deltas: new Counter({ name: "oss_deltas_total", help: "Live deltas sent, one a room", registers }),
    requestSeconds: new Histogram({
      name: "oss_request_seconds",
      help: "Time of one HTTP request, by route as written in the program",
      labelNames: ["method", "route", "status"],
      buckets: REQUEST_SECONDS,
      registers,
    }),
  };
}

const METHODS = new Set(["GET", "HEAD", "POST"]);

/** Takes the time of every request. */
export function timeRequests(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    response.once("finish", () => {
      const method = METHODS.has(request.method) ? request.method : "other";
      const labels = { method, route: routeOf(request), status: `${response.statusCode}` };
      metrics.requestSeconds.observe(labels, (performance.now() - begun) / 1000);
    });
    next();
  };
}
