import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { publicReference } from "../shared/publicReference.ts";
import type { Reference } from "../shared/reference.ts";
import { indexReference } from "../shared/referenceIndex.ts";
import type { StatisticsQuery, UsualQuery } from "../shared/statistics.ts";
import { createGuard } from "./access/guard.ts";
import { createIdentity, identify } from "./access/identity.ts";
import { sessionReader } from "./access/sessions.ts";
import { createTokenStore } from "./access/tokens.ts";
import { createEntrance } from "./access/watching.ts";
import { type AppDeps, createApp, guardedMounts, type Mount } from "./app.ts";
import type { Config } from "./config.ts";
import type { Grounds } from "./feature.ts";
import { FEATURES } from "./features.ts";
import { explainedLately } from "./flow/explainedLately.ts";
import { createFolding } from "./folding.ts";
import { createMetrics } from "./http/metrics.ts";
import { Gateway } from "./live/gateway.ts";
import { Hub } from "./live/hub.ts";
import { Replica } from "./live/replica.ts";
import { StatusView } from "./live/statusView.ts";
import { createLog } from "./log.ts";
import type { Clock, Ready } from "./ports.ts";
import { accountStore } from "./redis/accountStore.ts";
import { readApplication } from "./redis/applicationReader.ts";
import { auditStore } from "./redis/auditStore.ts";
import { command, RedisNodes } from "./redis/connection.ts";
import { deadLetterStore } from "./redis/deadLetterStore.ts";
import { displayTokens } from "./redis/displayTokens.ts";
import { eventLog } from "./redis/eventStream.ts";
import { explanationStore } from "./redis/explanationStore.ts";
import { Follower } from "./redis/follower.ts";
import { readImported } from "./redis/historyTotals.ts";
import { openStore } from "./redis/openStore.ts";
import { StoredRefusals } from "./redis/refusalCounter.ts";
import { sessionSecret } from "./redis/secret.ts";
import { sessionStands, sessionStore } from "./redis/sessionStore.ts";
import { readStatistics } from "./redis/statisticsReader.ts";
import { redisTokenHashes } from "./redis/tokenHashes.ts";
import { readUsual } from "./redis/usualReader.ts";
import { loadReference } from "./reference.ts";
import { officeRules } from "./rules.ts";

/** How long an idle connection is kept, ms: longer than proxies use theirs again, or a request meets one that is being closed. */
const KEEP_ALIVE_MS = 75_000;

/** What a running centre is told from outside and tells. */
export interface Centre {
  readonly url: string;
  readonly reference: Reference;
  /** Every route behind the gate. */
  readonly mounts: readonly Mount[];
  /** How long ago the last event in the figures was stored, ms, where events wait behind it; of the partitions owned here. */
  behindMs(): number;
  /** Stops in order: no new requests, what is folded is committed, leases are given back. */
  stop(): Promise<void>;
}

export interface CentreOptions {
  readonly config: Config;
  /** The addresses of Redis. */
  readonly redis: readonly string[];
  /** Progress of history that is being laid down; null when none is. */
  history(): number | null;
  /** Where its log goes; standard error otherwise. */
  readonly log?: Logger;
}

/** An own Redis serves one process at a time, so each is the successor of the last and takes its leases over at once. */
const OWNER = "own";

/** The port is taken or may not be used. */
class PortError extends Error {
  override readonly name = "PortError";
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const remedy = error.code === "EADDRINUSE" ? "is in use" : `can not be used (${error.code ?? error.message})`;
      reject(new PortError(`Port ${port} of ${host} ${remedy}: stop what uses it, or set PORT to another one.`));
    });
    server.listen(port, host, () => {
      const { port: real } = server.address() as AddressInfo;
      const shown = host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host;
      resolve(`http://${shown}:${real}`);
    });
  });
}

/**
 * Puts the centre together, the one place where every part meets every other, and serves.
 * @throws PortError, ReferenceDataError, StoreFormatError, RedisAwayError
 */
export async function startCentre({ config, redis, history, ...given }: CentreOptions): Promise<Centre> {
  const log = given.log ?? createLog(config.demo ? "error" : "info");
  const metrics = createMetrics();
  const clock: Clock = { now: () => Date.now() + config.clockOffsetMs, offset: config.clockOffsetMs };
  const reference = await loadReference(config.reference);
  const index = indexReference(reference);
  const nodes = new RedisNodes(redis);
  const partitions = await openStore(nodes, config.partitions);
  const parts = { nodes, partitions, index, clock };
  const places = {
    knownOffice: (id: string) => index.offices.has(id),
    knownRegion: (id: string) => index.regions.has(id),
  };
  const replica = new Replica(index, clock.now());
  const status = new StatusView(replica, partitions);
  const follower = new Follower({
    nodes,
    partitions,
    replica,
    status,
    clock,
    failed: (partition, error) =>
      log.warn({ partition, err: String(error) }, "following a partition failed; it is loaded anew"),
  });
  const behind = new Array<number>(partitions).fill(0);
  const folding = createFolding({
    nodes,
    redis,
    reference: config.reference,
    partitions,
    member: config.redis.kind === "embedded" ? OWNER : `${process.pid}-${Date.now().toString(36)}`,
    clock,
    rules: officeRules(index, config.operatorMonths),
    operatorMonths: config.operatorMonths,
    behind: (partition, ms) => {
      behind[partition] = ms;
    },
    report: (_partition, { folded, duplicates, commitMs }) => {
      metrics.eventsFolded.inc({ how: "new" }, folded);
      metrics.eventsFolded.inc({ how: "duplicate" }, duplicates);
      metrics.commitSeconds.observe(commitMs / 1000);
    },
    owned: (count) => metrics.partitionsOwned.set(count),
    failed: (partition, error) =>
      log.warn({ partition, err: String(error) }, "a partition starts anew from its checkpoint"),
  });
  const refusals = new StoredRefusals(nodes, partitions, (counted, amount) =>
    replica.dead.set(counted, (replica.dead.get(counted) ?? 0) + amount),
  );
  const ready: Ready = {
    async readiness() {
      const redisOk = await nodes
        .at(0)
        .then((at) => command(at, ["PING"]))
        .then(
          () => true,
          () => false,
        );
      return { redis: redisOk, partitions: status.partitions.every(({ owner }) => owner !== null), reference: true };
    },
  };
  const explanations = explanationStore(nodes, clock);
  const explained = explainedLately(
    () => explanations.until(0),
    () => clock.now(),
  );
  const figures = {
    statistics: (query: StatisticsQuery) => readStatistics(parts, query),
    imported: (query: StatisticsQuery) => readImported(nodes, index, query),
    usual: (query: UsualQuery) => readUsual(parts, query),
    application: (office: string, application: string) =>
      readApplication({ ...parts, explanations: explained }, office, application),
  };
  const shown = publicReference(reference);
  const regionOf = (office: string) => index.offices.get(office)?.region ?? null;
  const audit = auditStore(nodes, clock, regionOf);
  const guard = createGuard(audit);
  const identity = createIdentity({
    gate: config,
    accounts: accountStore(nodes),
    screens: displayTokens(nodes),
    sessionStands: (id) => sessionStands(nodes, id),
  });
  const session = sessionReader(sessionStore(nodes), config.sessionSecret ?? sessionSecret(config.dataDir));
  const grounds: Grounds = {
    config,
    log,
    clock,
    nodes,
    partitions,
    reference,
    publicReference: shown,
    index,
    replica,
    reach: () => follower.reach(),
    figures,
    explained,
    guard,
    audit,
  };
  const features = FEATURES.map((make) => make(grounds));
  const app: AppDeps = {
    log,
    features,
    metrics,
    access: { identify: [session, identify(identity)], guard, audit, regionOf },
    proxies: config.proxies,
    clock,
    places,
    reference: shown,
    eventLog: eventLog(nodes, partitions),
    refusals,
    tokens: createTokenStore(redisTokenHashes(nodes), config.ingestToken),
    deadLetters: deadLetterStore({ nodes, partitions, clock, knownOffice: places.knownOffice }),
    figures,
    ready,
    clientFolder: existsSync("dist/client") ? "dist/client" : null,
  };
  const server = createServer(createApp(app));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const gateway = new Gateway({
    server,
    entrance: createEntrance({ session, identity, audit, regionOf, log }),
    connected: (clients) => metrics.sockets.set(clients),
    sent: () => metrics.deltas.inc(),
  });
  const hub = new Hub(
    { replica, status, clock, audience: gateway, reach: () => follower.reach(), history },
    Date.now().toString(36),
  );
  await folding.start();
  await follower.start();
  gateway.serve(hub);
  hub.start();
  for (const feature of features) await feature.start?.();
  const stop = async () => {
    for (const feature of [...features].reverse()) await feature.stop?.();
    hub.stop();
    await gateway.close();
    server.closeAllConnections();
    await refusals.stop();
    await folding.stop();
    await follower.stop();
    await nodes.close();
  };
  try {
    const url = await listen(server, config.port, config.host);
    return { url, reference, mounts: guardedMounts(app), behindMs: () => Math.max(...behind), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
