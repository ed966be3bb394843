import { indexReference } from "../shared/referenceIndex.ts";
import type { StatisticsQuery, UsualQuery } from "../shared/statistics.ts";
import { createGuard } from "./access/guard.ts";
import { createIdentity, identify } from "./access/identity.ts";
import { sessionReader } from "./access/sessions.ts";
import { createTokenStore } from "./access/tokens.ts";
import { createEntrance } from "./access/watching.ts";
import { type AppDeps, createApp, guardedMounts } from "./app.ts";
import type { Centre, CentreOptions } from "./centre.ts";
import type { Grounds } from "./feature.ts";
import { FEATURES } from "./features.ts";
import { explainedLately } from "./flow/explainedLately.ts";
import { createFolding } from "./folding.ts";
import { createMetrics } from "./http/metrics.ts";
import { Gateway } from "./live/gateway.ts";
import { Hub } from "./live/hub.ts";
import { Replica } from "./live/replica.ts";
import { StatusView } from "./live/statusView.ts";
import type { Clock, Ready } from "./ports.ts";
import { accountStore } from "./redis/accountStore.ts";
import { readApplication } from "./redis/applicationReader.ts";
import { auditStore } from "./redis/auditStore.ts";
import { command, type RedisNodes } from "./redis/connection.ts";
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
import { officeRules } from "./rules.ts";

/** An own Redis serves one process at a time, so each is the successor of the last and takes its leases over at once. */
const OWNER = "own";

/** Puts the centre together, the one place where every part meets every other, and opens it. */
export async function assemble(site: CentreOptions & { readonly nodes: RedisNodes }): Promise<Centre> {
  const { config, redis, history, nodes, porch } = site;
  const { log, reference, shown, clientFolder } = porch;
  const metrics = createMetrics();
  const clock: Clock = { now: () => Date.now() + config.clockOffsetMs, offset: config.clockOffsetMs };
  const index = indexReference(reference);
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
    clientFolder,
  };
  const gateway = new Gateway({
    server: porch.server,
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
  for (const feature of features) await feature.start?.();
  porch.open(createApp(app));
  gateway.serve(hub);
  hub.start();
  return {
    url: porch.url,
    reference,
    mounts: guardedMounts(app),
    behindMs: () => Math.max(...behind),
    async stop() {
      for (const feature of [...features].reverse()) await feature.stop?.();
      hub.stop();
      await gateway.close();
      porch.close();
      await refusals.stop();
      await folding.stop();
      await follower.stop();
      await nodes.close();
    },
  };
}
