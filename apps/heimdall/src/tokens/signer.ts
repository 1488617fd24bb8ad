import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Logger, LOGGER } from '@dataos/kit';
import { type CryptoKey, decodeJwt, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Sealer } from '../sealing/sealer.js';
import { SigningKeyRow } from './token.entity.js';

const ALGORITHM = 'EdDSA';
const ISSUER = 'heimdall';
const AUDIENCE = 'dataos';
const STATEMENT = 'dataos-statement';
/** Two replicas starting on an empty database must end up with one key. */
const LOCK = 71_201;

/** Issues and checks the short-lived signed tokens. */
@Injectable()
export class Signer implements OnModuleInit {
  private readonly verifying = new Map<string, CryptoKey | Uint8Array>();
  private signing: { kid: string; key: CryptoKey | Uint8Array } | undefined;
  private published: Record<string, unknown>[] = [];

  constructor(private readonly dataSource: DataSource, private readonly sealer: Sealer, @Inject(LOGGER) private readonly logger: Logger) {}

  async onModuleInit(): Promise<void> {
    const rows = await this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      if ((await tx.count(SigningKeyRow)) === 0) await tx.insert(SigningKeyRow, await this.create() as never);
      return tx.find(SigningKeyRow, { order: { createdAt: 'ASC' } });
    });
    for (const row of rows) {
      this.verifying.set(row.kid, await importJWK(row.publicJwk as JWK, ALGORITHM));
      const secret = JSON.parse(this.sealer.open(row.sealedJwk, `signing-key/${row.kid}`)) as JWK;
      this.signing = { kid: row.kid, key: await importJWK(secret, ALGORITHM) };
    }
    this.published = rows.map((row) => row.publicJwk);
  }

  /** Public keys as a JWK set. */
  keys(): Record<string, unknown>[] {
    return this.published;
  }

  async issue(user: string, ttlSeconds: number): Promise<{ token: string; expiresAt: string }> {
    if (!this.signing) throw new Error('no signing key is loaded');
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: ALGORITHM, kid: this.signing.kid, typ: 'JWT' })
      .setIssuer(ISSUER).setAudience(AUDIENCE).setSubject(user).setJti(uuidv7()).setIssuedAt(now).setExpirationTime(now + ttlSeconds)
      .sign(this.signing.key);
    return { token, expiresAt: new Date((now + ttlSeconds) * 1000).toISOString() };
  }

  /** The user a token was issued for, or `undefined` when it is expired, forged or not ours. */
  async verify(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, async ({ kid }) => this.keyOf(kid), {
        algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['exp', 'sub'],
      });
      return payload.sub;
    } catch (error) {
      this.logger.debug({ reason: (error as { code?: string }).code }, 'token refused');
      return undefined;
    }
  }

  /** A lasting statement of this service, such as a checkpoint of the audit log; no token, whoever shows it. */
  async state(facts: Record<string, unknown>): Promise<string> {
    if (!this.signing) throw new Error('no signing key is loaded');
    return new SignJWT(facts).setProtectedHeader({ alg: ALGORITHM, kid: this.signing.kid }).setIssuer(ISSUER).setAudience(STATEMENT).setIssuedAt().sign(this.signing.key);
  }

  /** What a statement says, or `undefined` when it is not one of ours. */
  async readStatement(signed: string): Promise<Record<string, unknown> | undefined> {
    try {
      return (await jwtVerify(signed, async ({ kid }) => this.keyOf(kid), { algorithms: [ALGORITHM], issuer: ISSUER, audience: STATEMENT })).payload;
    } catch {
      return undefined;
    }
  }

  private keyOf(kid: string | undefined): CryptoKey | Uint8Array {
    const key = kid === undefined ? undefined : this.verifying.get(kid);
    if (!key) throw new Error('unknown key');
    return key;
  }

  private async create(): Promise<SigningKeyRow> {
    const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const kid = uuidv7();
    const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' };
    const sealedJwk = this.sealer.seal(JSON.stringify(await exportJWK(privateKey)), `signing-key/${kid}`);
    return Object.assign(new SigningKeyRow(), { kid, publicJwk, sealedJwk, createdAt: new Date() });
  }
}

/** Whether a token says it was issued here; whoever says so is checked with the keys of here and of nobody else. */
export function isOwn(token: string): boolean {
  try {
    return decodeJwt(token).iss === ISSUER;
  } catch {
    return true;
  }
}

/** Tokens are three base64url parts; API keys never contain a dot. */
export const looksLikeJwt = (token: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
