import { AccountOffice } from "../access/accountOffice.ts";
import { accountsRouter } from "../access/accountsRouter.ts";
import { auditRouter } from "../access/auditRouter.ts";
import { makeDemoAccounts } from "../access/demoAccounts.ts";
import { meRouter } from "../access/meRouter.ts";
import { openIdOrganisation } from "../access/openId.ts";
import { organisationRouter } from "../access/organisationRouter.ts";
import { passwordRouter } from "../access/passwordRouter.ts";
import { screenAddress, screenEntrance, screensRouter } from "../access/screensRouter.ts";
import { sessionRouter } from "../access/sessionRouter.ts";
import type { MakeFeature } from "../feature.ts";
import { accountStore } from "../redis/accountStore.ts";
import { auditStore } from "../redis/auditStore.ts";
import { displayTokens } from "../redis/displayTokens.ts";
import { signInBrake } from "../redis/signInBrake.ts";

/** Signing in and out, accounts, screens, and the log of who did what. */
export const access: MakeFeature = ({ nodes, clock, config, index, reference, audit, log }) => {
  const accounts = accountStore(nodes);
  const screens = displayTokens(nodes);
  const brake = signInBrake(nodes);
  const places = {
    knownRegion: (id: string) => index.regions.has(id),
    regionOf: (office: string) => index.offices.get(office)?.region ?? null,
  };
  const { demo, publicUrl } = config;
  const office = new AccountOffice({ accounts, audit, clock, demo, ...places });
  const organisation =
    config.organisation === null
      ? null
      : {
          ...openIdOrganisation(config.organisation),
          claims: config.organisation.claims,
          roles: config.organisation.roles,
        };
  const through = organisationRouter({ organisation, accounts, audit, places, clock, publicUrl, log });
  const addressOf = ({ ip }: { readonly ip?: string | undefined }) => ip ?? "unknown";
  return {
    routes: [
      ["/api/me", meRouter()],
      ["/api/session/organisation", through],
      [
        "/api/session",
        sessionRouter({ accounts, brake, audit, demo, organisation: organisation?.name ?? null, addressOf }),
      ],
      ["/api/password", passwordRouter({ accounts, audit, brake })],
      ["/api/accounts", accountsRouter(accounts, office)],
      ["/api/screens", screensRouter({ screens, audit, clock, ...places })],
      ["/api/display", screenEntrance(screens)],
      ["/api/audit", auditRouter(auditStore(nodes, clock, places.regionOf), places.regionOf)],
      ["/display", screenAddress(screens)],
    ],
    async start() {
      if (demo) await makeDemoAccounts(accounts, reference, clock.now());
    },
  };
};
