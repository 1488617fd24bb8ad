import { createHash } from 'node:crypto';
import { TagChanged, UserChanged } from '@dataos/contracts-heimdall';
import { CONFIG, type Logger, LOGGER, Outbox } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, decodeJwt, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { DataSource, type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { ChangesService } from '../changes/changes.service.js';
import type { HeimdallConfig } from '../config.js';
import { RoleRow } from '../tags/vocabulary.entity.js';
import { UserRow, UserTagRow } from '../users/user.entity.js';
import { idFrom, tagsOfGroups } from './groups.js';
import { type Issuer, readOidcFile } from './oidc.config.js';

/** Only signatures with public keys: a shared secret would let whoever checks tokens also make them. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const Discovery = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });
const Claims = z.looseObject({ sub: z.string().min(1).max(256), name: z.string().max(256).optional(), email: z.string().max(320).optional() });
const TIMEOUT_MS = 5_000;
const LOCK = 71_206;

/** Persons who sign in elsewhere: their token is checked with the keys of their provider, and their groups are followed. */
@Injectable()
export class OidcService {
  private readonly issuers: ReadonlyMap<string, Issuer>;
  private readonly keys = new Map<string, Promise<JWTVerifyGetKey>>();

  constructor(
    @Inject(CONFIG) config: HeimdallConfig, @Inject(LOGGER) private readonly logger: Logger, private readonly dataSource: DataSource,
    private readonly outbox: Outbox, private readonly changes: ChangesService,
  ) {
    this.issuers = new Map(readOidcFile(config.HEIMDALL_OIDC_FILE).map((issuer) => [issuer.issuer, issuer]));
  }

  /** The user of a token, created at the first visit; `undefined` when no provider we know vouches for it. */
  async signIn(token: string): Promise<string | undefined> {
    if (this.issuers.size === 0) return undefined;
    try {
      const issuer = this.issuers.get(decodeJwt(token).iss ?? '');
      if (!issuer) return undefined;
      const { payload } = await jwtVerify(token, await this.keysOf(issuer), { issuer: issuer.issuer, audience: issuer.audience, algorithms: ALGORITHMS, requiredClaims: ['exp', 'sub'], clockTolerance: 5 });
      return await this.known(issuer, payload);
    } catch (error) {
      this.logger.debug({ reason: (error as { code?: string }).code ?? (error as Error).message }, 'foreign token refused');
      return undefined;
    }
  }

  /** Reads first and writes only what differs: most requests of a session change nothing. */
  private async known(issuer: Issuer, payload: JWTPayload): Promise<string> {
    const claims = Claims.parse(payload);
    const groups = z.array(z.string()).max(1_000).catch([]).parse(payload[issuer.groupsClaim]);
    const user = await this.dataSource.manager.findOneBy(UserRow, { federatedConnectorId: issuer.id, federatedUserId: claims.sub });
    if (user && (await this.difference(this.dataSource.manager, issuer, user.id, groups)).same) return user.id;
    return this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const now = await tx.findOneBy(UserRow, { federatedConnectorId: issuer.id, federatedUserId: claims.sub });
      const id = now?.id ?? (await this.create(tx, issuer, claims));
      await this.follow(tx, issuer, id, groups, !now);
      return id;
    });
  }

  /** A new person never becomes a user who was there before, or whom a policy or grant awaits, whatever their names have in common. */
  private async create(tx: EntityManager, issuer: Issuer, claims: z.infer<typeof Claims>): Promise<string> {
    const wished = idFrom(claims);
    const id = (await this.spokenFor(tx, wished)) ? `${wished}-${createHash('sha256').update(`${issuer.id} ${claims.sub}`).digest('hex').slice(0, 8)}` : wished;
    const { email = '', name = id } = claims;
    await tx.insert(UserRow, { id, name, email, type: 'person', properties: [], createdAt: new Date(), federatedUserId: claims.sub, federatedConnectorId: issuer.id });
    await tx.insert(UserTagRow, [`users:id:${id}`, 'roles:id:user'].map((tag) => ({ userId: id, tag, assigner: 'sign-in', assignedAt: new Date() })));
    await this.changes.add(tx, id, 'user', id, 'user:create', `signed in by ${issuer.id}`);
    await this.outbox.append(tx, UserChanged, id, { id, change: 'created', name, type: 'person', email, tags: [`users:id:${id}`, 'roles:id:user'] });
    return id;
  }

  private async spokenFor(tx: EntityManager, id: string): Promise<boolean> {
    const [row]: { taken: boolean }[] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM users WHERE id = $1) OR EXISTS (SELECT 1 FROM policies WHERE position($2 IN policy::text) > 0) OR EXISTS (SELECT 1 FROM grants WHERE position($2 IN subjects::text) > 0) AS taken`,
      [id, `"users:id:${id}"`],
    );
    return row?.taken ?? true;
  }

  /** Tags that groups gave follow the groups; what people gave by hand stays. */
  private async follow(tx: EntityManager, issuer: Issuer, id: string, groups: readonly string[], fresh: boolean): Promise<void> {
    const { added, removed, same } = await this.difference(tx, issuer, id, groups);
    if (same) return;
    if (added.length > 0) await tx.insert(UserTagRow, added.map((tag) => ({ userId: id, tag, assigner: assignerOf(issuer), assignedAt: new Date() })));
    if (removed.length > 0) await tx.delete(UserTagRow, { userId: id, tag: In(removed), assigner: assignerOf(issuer) });
    for (const [what, tags] of [['tag:add', added], ['tag:delete', removed]] as const) if (tags.length > 0) await this.changes.add(tx, assignerOf(issuer), 'user', id, what, tags.join(', '));
    await this.outbox.append(tx, TagChanged, id, { user: id, added, removed, by: assignerOf(issuer) });
    if (!fresh) await this.outbox.append(tx, UserChanged, id, { id, change: 'updated' });
  }

  private async difference(tx: EntityManager, issuer: Issuer, id: string, groups: readonly string[]): Promise<{ added: string[]; removed: string[]; same: boolean }> {
    const roles = new Set((await tx.find(RoleRow, { select: { id: true } })).map((role) => role.id));
    const wanted = tagsOfGroups(groups, issuer, roles);
    const held = await tx.findBy(UserTagRow, { userId: id });
    const added = wanted.filter((tag) => !held.some((row) => row.tag === tag));
    const removed = held.filter((row) => row.assigner === assignerOf(issuer) && !wanted.includes(row.tag)).map((row) => row.tag);
    return { added, removed, same: added.length + removed.length === 0 };
  }

  private keysOf(issuer: Issuer): Promise<JWTVerifyGetKey> {
    const known = this.keys.get(issuer.id);
    if (known) return known;
    const finding = discover(issuer).then((url) => createRemoteJWKSet(new URL(url), { timeoutDuration: TIMEOUT_MS, cooldownDuration: 5_000 }));
    this.keys.set(issuer.id, finding);
    finding.catch(() => this.keys.delete(issuer.id));
    return finding;
  }
}

const assignerOf = (issuer: Issuer): string => `oidc:${issuer.id}`;

async function discover(issuer: Issuer): Promise<string> {
  if (issuer.jwksUri) return issuer.jwksUri;
  const answer = await fetch(`${issuer.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  const found = Discovery.parse(await answer.json());
  if (found.issuer !== issuer.issuer) throw new Error('the discovery document names another issuer');
  return found.jwks_uri;
}
