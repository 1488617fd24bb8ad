import { DependencyUnavailable, DomainError } from '@dataos/contracts-core';
import { CONFIG, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { MinervaConfig } from '../config.js';

const TIMEOUT_S = 10;
/** A header that carries a longer one would be refused by our own doors. */
const MAX_TOKEN = 16_384;

export interface Started { readonly url: string; readonly state: string; readonly nonce: string; readonly verifier: string }
export interface Expected { readonly redirectUri: string; readonly nonce: string; readonly verifier: string; readonly state: string }

/** The identity provider of the installation: authorization code with PKCE, by its discovery document. */
@Injectable()
export class IdentityProvider {
  private found: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: MinervaConfig, @Inject(LOGGER) private readonly logger: Logger) {
    if ((config.TRINO_OIDC_ISSUER === undefined) !== (config.TRINO_OIDC_CLIENT_ID === undefined)) throw new Error('TRINO_OIDC_ISSUER and TRINO_OIDC_CLIENT_ID must be given together');
  }

  get isConfigured(): boolean {
    return this.config.TRINO_OIDC_ISSUER !== undefined;
  }

  /** Where a browser is sent to sign in, and what its return will be held against. */
  async start(redirectUri: string): Promise<Started> {
    const provider = await this.provider();
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri, scope: this.config.TRINO_OIDC_SCOPES, state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    return { url: url.href, state, nonce, verifier };
  }

  /** The token of who came back with `query`, or why there is none, in words without secrets. */
  async finish(query: string, { redirectUri, ...expected }: Expected): Promise<{ token: string } | { failure: string }> {
    try {
      const answer = await oidc.authorizationCodeGrant(await this.provider(), new URL(`${redirectUri}?${query}`), {
        pkceCodeVerifier: expected.verifier, expectedState: expected.state, expectedNonce: expected.nonce, idTokenExpected: true,
      });
      const token = answer[this.config.TRINO_OIDC_TOKEN];
      return token !== undefined && token.length <= MAX_TOKEN ? { token } : { failure: 'The identity provider gave no token that could be used.' };
    } catch (error) {
      const reason = reasonOf(error);
      this.logger.warn({ reason }, 'a sign-in failed');
      return { failure: `The identity provider did not sign you in (${reason}).` };
    }
  }

  private provider(): Promise<oidc.Configuration> {
    const { TRINO_OIDC_ISSUER: issuer = '', TRINO_OIDC_CLIENT_ID: id = '', TRINO_OIDC_CLIENT_SECRET: secret } = this.config;
    this.found ??= oidc.discovery(new URL(issuer), id, secret, secret === undefined ? oidc.None() : oidc.ClientSecretPost(secret), {
      timeout: TIMEOUT_S, ...(issuer.startsWith('http:') ? { execute: [oidc.allowInsecureRequests] } : {}),
    }).catch((error: unknown) => {
      this.found = undefined;
      this.logger.warn({ reason: reasonOf(error) }, 'the identity provider does not answer');
      throw new DomainError(DependencyUnavailable, 'The identity provider does not answer; try again shortly.', { service: 'identity provider', retry: true });
    });
    return this.found;
  }
}

/** A code such as `access_denied`; never a message, which may quote what was sent. */
function reasonOf(error: unknown): string {
  const { error: said, code, cause } = error as { error?: unknown; code?: unknown; cause?: { code?: unknown } };
  const reason = [said, code, cause?.code].find((text): text is string => typeof text === 'string' && /^[\w.-]{1,64}$/.test(text));
  return reason ?? 'no answer that could be used';
}
