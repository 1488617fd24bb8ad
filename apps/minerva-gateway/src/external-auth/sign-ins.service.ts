import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type AccessControl, DomainError, NotFound } from '@dataos/contracts-core';
import { ACCESS, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, In, LessThan, MoreThan } from 'typeorm';
import { IdentityProvider } from './identity-provider.js';
import { linkOf, open, seal } from './sealed.js';
import { SignInRow } from './sign-in.entity.js';

const OPEN_MS = 10 * 60_000;
/** Enough for an answer that was lost on the way to be asked for again. */
const FETCHED_MS = 60_000;
const LOOK_MS = 400;
const MOST_WAITING = 10_000;

export interface Begun { readonly url: string; readonly cookie: { readonly name: string; readonly value: string; readonly maxAgeS: number } }
export type Ended = { readonly user: string } | { readonly failure: string };
export type Polled = { readonly token: string } | { readonly error: string } | { readonly waiting: true };

/** Sign-ins that are under way. All is in the database, so that the browser and the client may each meet another copy of the gateway. */
@Injectable()
export class SignIns implements OnModuleDestroy {
  private readonly waiting = new Map<string, Set<() => void>>();
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource, private readonly provider: IdentityProvider,
    @Inject(ACCESS) private readonly access: AccessControl, @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleDestroy(): void {
    clearTimeout(this.looking);
    for (const link of [...this.waiting.keys()]) this.wake(link);
  }

  assertOffered(): void {
    if (!this.provider.isConfigured) throw new DomainError(NotFound, 'This gateway has no identity provider to sign in at.');
  }

  /** Somebody in a browser goes to sign in. Going again takes the place of the time before, unless that has ended. */
  async begin(link: string, redirectUri: string): Promise<Begun> {
    const { url, state, nonce, verifier } = await this.provider.start(redirectUri);
    const browser = randomBytes(32).toString('base64url');
    await this.rows.delete({ expiresAt: LessThan(new Date()) });
    const taken = await this.dataSource.query<unknown[]>(
      `INSERT INTO "external_sign_in" ("link", "state_hash", "browser_hash", "verifier", "nonce", "redirect_uri", "expires_at") VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ("link") DO UPDATE SET "state_hash" = excluded."state_hash", "browser_hash" = excluded."browser_hash", "verifier" = excluded."verifier", "nonce" = excluded."nonce",
         "redirect_uri" = excluded."redirect_uri" WHERE "external_sign_in"."state_hash" IS NOT NULL RETURNING "link"`,
      [link, hashOf(state), hashOf(browser), verifier, nonce, redirectUri, new Date(Date.now() + OPEN_MS)]);
    if (taken.length === 0) throw new DomainError(NotFound, 'This sign-in is over. Start a new one from your program.');
    return { url, cookie: { name: cookieOf(state), value: browser, maxAgeS: OPEN_MS / 1_000 } };
  }

  /** The browser comes back with `query`. Only the one that went, and only once. */
  async end(query: string, state: string, cookies: ReadonlyMap<string, string>): Promise<Ended> {
    const unknown: Ended = { failure: 'This sign-in is unknown, over, or was begun in another browser.' };
    const row = state === '' ? null : await this.rows.findOneBy({ stateHash: hashOf(state), expiresAt: MoreThan(new Date()) });
    if (row === null || !same(hashOf(cookies.get(cookieOf(state)) ?? ''), row.browserHash)) return unknown;
    const { affected } = await this.rows.update({ link: row.link, stateHash: hashOf(state) }, { stateHash: null, verifier: '', nonce: '' });
    if (affected !== 1) return unknown;
    const outcome = await this.outcome(query, { ...row, state });
    await this.rows.update({ link: row.link }, 'token' in outcome ? { sealed: await seal(row.link, outcome.token) } : { failure: outcome.failure });
    return outcome;
  }

  /** What has come of a sign-in; waits for it `waitMs` at most. */
  async poll(secret: string, waitMs: number): Promise<Polled> {
    const link = linkOf(secret);
    try {
      const row = (await this.ended([link]))[0] ?? (await this.later(link, waitMs));
      if (row === undefined) return { waiting: true };
      if (row.sealed === null) return { error: row.failure ?? 'The sign-in failed.' };
      const token = await open(secret, row.sealed);
      await this.rows.update({ link, expiresAt: MoreThan(new Date(Date.now() + FETCHED_MS)) }, { expiresAt: new Date(Date.now() + FETCHED_MS) });
      return { token };
    } catch (error) {
      // The client asks again; what it asks for stays out of the log, as this address must.
      this.logger.warn({ err: error }, 'a sign-in could not be looked up');
      return { waiting: true };
    }
  }

  /** The client has its token, or wants it no more: nobody gets it a second time. */
  async forget(secret: string): Promise<void> {
    await this.rows.update({ link: linkOf(secret) }, { stateHash: null, verifier: '', nonce: '', sealed: null, failure: 'The token of this sign-in was fetched already.' });
  }

  /** Who decides whether the token is good is heimdall, here as at every door. */
  private async outcome(query: string, expected: SignInRow & { state: string }): Promise<{ token: string; user: string } | { failure: string }> {
    const found = await this.provider.finish(query, expected);
    if ('failure' in found) return found;
    const principal = await this.access.authenticate(found.token).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'the token of a sign-in could not be checked');
      return undefined;
    });
    return principal === undefined ? { failure: 'The platform does not accept the token that the identity provider gave.' } : { token: found.token, user: principal.id };
  }

  private async later(link: string, waitMs: number): Promise<SignInRow | undefined> {
    if (this.waiting.size < MOST_WAITING) await new Promise<void>((resolve) => {
      const wakers = this.waiting.get(link) ?? new Set();
      const done = (): void => {
        clearTimeout(timer);
        wakers.delete(done);
        if (wakers.size === 0 && this.waiting.get(link) === wakers) this.waiting.delete(link);
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      this.waiting.set(link, wakers.add(done));
      this.look();
    });
    return (await this.ended([link]))[0];
  }

  private ended(links: readonly string[]): Promise<SignInRow[]> {
    return this.rows.createQueryBuilder('row').where({ link: In([...links]), expiresAt: MoreThan(new Date()) }).andWhere('(row.sealed IS NOT NULL OR row.failure IS NOT NULL)').getMany();
  }

  /** One look for all who wait. */
  private look(): void {
    this.looking ??= setTimeout(() => {
      this.ended([...this.waiting.keys()])
        .then((rows) => rows.forEach(({ link }) => this.wake(link)), (error: unknown) => this.logger.warn({ err: error }, 'sign-ins could not be looked up'))
        .finally(() => {
          this.looking = undefined;
          if (this.waiting.size > 0) this.look();
        });
    }, LOOK_MS).unref();
  }

  private wake(link: string): void {
    for (const done of [...(this.waiting.get(link) ?? [])]) done();
  }

  private get rows() {
    return this.dataSource.getRepository(SignInRow);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
/** A cookie of its own for each sign-in, so that two in one browser do not disturb each other. */
const cookieOf = (state: string): string => `dataos-sign-in-${hashOf(state).slice(0, 12)}`;
