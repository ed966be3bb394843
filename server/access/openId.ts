import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Organisation, OrganisationConfig } from "./organisation.ts";

/** Only at this very machine is an issuer spoken to without encryption. */
function isLocal({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

/** The sign-in of an OpenID Connect issuer: authorisation code with PKCE, state and nonce. It is asked for its addresses once. */
export function openIdOrganisation(config: OrganisationConfig): Organisation {
  const issuer = new URL(config.issuer);
  let known: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    const options = isLocal(issuer) ? { execute: [allowInsecureRequests] } : {};
    known ??= discovery(issuer, config.clientId, config.clientSecret, undefined, options).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    name: config.name,
    async begin(redirectTo) {
      const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectTo,
        scope: config.scope,
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: "S256",
      });
      return { url: url.href, errand };
    },
    async finish(address, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(await configuration(), address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return { ...tokens.claims() };
    },
  };
}
