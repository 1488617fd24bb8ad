import { hash } from 'node:crypto';
import type { AccessControl, AccessDecision, AccessRequest, Principal } from '@dataos/contracts-core';

interface Entry<T> { readonly value: Promise<T>; readonly until: number }

/**
 * Remembers positive answers of the decision point for a moment, so that one request crossing five doors asks once.
 * Refusals and failures are never remembered; a change of the rules clears everything at once.
 */
export class CachedAccess implements AccessControl {
  private principals = new Map<string, Entry<Principal | undefined>>();
  private decisions = new Map<string, Entry<AccessDecision>>();

  constructor(private readonly inner: AccessControl, private readonly options: { ttlMs: number; size: number } = { ttlMs: 1_000, size: 10_000 }) {}

  authenticate(token: string): Promise<Principal | undefined> {
    return this.remember(this.principals, digest(token), () => this.inner.authenticate(token), (principal) => principal !== undefined);
  }

  authorize(request: AccessRequest): Promise<AccessDecision> {
    const key = digest(JSON.stringify([request.token, request.predicate, request.paths, request.tags ?? []]));
    return this.remember(this.decisions, key, () => this.inner.authorize(request), (decision) => decision.allow);
  }

  clear(): void {
    this.principals = new Map();
    this.decisions = new Map();
  }

  private remember<T>(entries: Map<string, Entry<T>>, key: string, ask: () => Promise<T>, keep: (value: T) => boolean): Promise<T> {
    const known = entries.get(key);
    if (known !== undefined && known.until > Date.now()) return known.value;
    const entry = { value: ask(), until: Date.now() + this.options.ttlMs };
    if (entries.size >= this.options.size) entries.clear();
    entries.set(key, entry);
    const forget = (): void => {
      if (entries.get(key) === entry) entries.delete(key);
    };
    entry.value.then((value) => keep(value) || forget(), forget);
    return entry.value;
  }
}

const digest = (text: string): string => hash('sha256', text, 'base64');
