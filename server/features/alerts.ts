import { randomUUID } from "node:crypto";
import { alertsRouter } from "../alerts/alertsRouter.ts";
import { AlertBook } from "../alerts/book.ts";
import { Deliverer } from "../alerts/deliverer.ts";
import { AlertEngine } from "../alerts/engine.ts";
import { Explanations } from "../alerts/explanations.ts";
import { explanationsRouter } from "../alerts/explanationsRouter.ts";
import { Messages } from "../alerts/messages.ts";
import { placesOf } from "../alerts/places.ts";
import { rulesRouter } from "../alerts/rulesRouter.ts";
import { send } from "../alerts/send.ts";
import { AlertWatch } from "../alerts/watch.ts";
import type { Webhook } from "../alerts/webhook.ts";
import { webhooksRouter } from "../alerts/webhooksRouter.ts";
import type { MakeFeature } from "../feature.ts";
import { alertStore } from "../redis/alertStore.ts";
import { ruleStore } from "../redis/alertStoreRules.ts";
import { explanationStore } from "../redis/explanationStore.ts";
import { webhookStore } from "../redis/webhookStore.ts";

/** How often it is looked whether something is wrong, and how often what is known of it is brought up to date, ms. */
const LOOK_MS = 3_000;
const REFRESH_MS = 1_000;
/** How long what is under way may take at the end, ms; what is not over by then goes again at the next start. */
const LEAVE_MS = 1_000;

/** Alerts with their explanations, their rules and their webhooks. */
export const alerts: MakeFeature = (grounds) => {
  const { nodes, clock, index, replica, guard, audit, config, log, reach } = grounds;
  const realNow = () => clock.now() - clock.offset;
  const stores = {
    alerts: alertStore(nodes),
    explanations: explanationStore(nodes, clock),
    rules: ruleStore(nodes),
    webhooks: webhookStore(nodes),
  };
  const places = placesOf(index, clock);
  let webhooks: readonly Webhook[] = [];
  const readWebhooks = async () => {
    webhooks = await stores.webhooks.all();
  };
  const messages = new Messages({ index, now: () => clock.now(), realNow, webhooks: () => webhooks });
  const watch = new AlertWatch(replica, reach);
  const book = new AlertBook({ ...stores, replica, watch });
  const engine = new AlertEngine({
    replica,
    clock,
    store: stores.alerts,
    read: (live, now) => watch.read(live, now),
    settings: () => book.settings,
    tell: (alert) => messages.ofAlert(alert),
  });
  const explanations = new Explanations({
    store: stores.explanations,
    clock,
    regionOf: places.regionOf,
    newId: randomUUID,
    tell: (explanation) => messages.ofExplanation(explanation),
  });
  const deliverer = new Deliverer({
    store: stores.webhooks,
    send: (message, now) => send(message, config.webhookHosts, now),
    now: realNow,
    random: Math.random,
  });
  const common = { guard, audit, places, clock, explanations };
  let timers: NodeJS.Timeout[] = [];
  const busy = new Set<string>();
  const under = new Set<Promise<void>>();
  const every = (ms: number, name: string, work: () => Promise<void>): NodeJS.Timeout =>
    setInterval(() => {
      if (busy.has(name)) return;
      busy.add(name);
      const running = work()
        .catch((error: unknown) => log.warn({ err: String(error) }, `${name} failed and is tried again`))
        .finally(() => {
          busy.delete(name);
          under.delete(running);
        });
      under.add(running);
    }, ms);
  const refresh = async () => {
    await book.refresh(clock.now());
    book.show(clock.now());
  };
  return {
    routes: [
      ["/api/alerts", alertsRouter({ ...common, store: stores.alerts, book })],
      ["/api/explanations", explanationsRouter(common)],
      ["/api/alert-rules", rulesRouter({ ...common, store: stores.rules })],
      [
        "/api/webhooks",
        webhooksRouter({
          ...common,
          store: stores.webhooks,
          messages,
          allowed: config.webhookHosts,
          now: realNow,
          changed: readWebhooks,
        }),
      ],
    ],
    async start() {
      await Promise.all([readWebhooks(), refresh()]);
      timers = [
        every(REFRESH_MS, "reading the alerts", refresh),
        every(LOOK_MS, "looking for alerts", async () => {
          watch.note(clock.now());
          await readWebhooks();
          await engine.look();
        }),
        every(REFRESH_MS, "telling the webhooks", async () => {
          if (engine.leads) await deliverer.begin();
        }),
      ];
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(under);
      await Promise.race([deliverer.settle(), new Promise((resolve) => setTimeout(resolve, LEAVE_MS))]);
      await engine.stop().catch(() => undefined);
    },
  };
};
