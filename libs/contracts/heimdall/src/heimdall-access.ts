import { type AccessControl, type AccessDecision, type AccessRequest, DependencyUnavailable, DomainError, type FetchLike, type Principal } from '@dataos/contracts-core';
import { AuthorizeResult } from './authorize.js';

export interface HeimdallAccessOptions {
  /** Origin of heimdall, such as `http://127.0.0.1:8081`. */
  readonly url: string;
  /** Key of the asking service; it identifies the asker, the user's token is what is judged. */
  readonly apikey?: string;
  readonly fetch?: FetchLike;
  readonly timeoutMs?: number;
}

/**
 * The decision point behind its HTTP contract. Fails closed: no answer, a 5xx or an answer that does not fit the contract throws
 * `dependency-unavailable`, which reads differently from a policy's no. Keeps nothing: caching is the caller's business.
 */
export function heimdallAccess(options: HeimdallAccessOptions): AccessControl {
  const ask = (body: Record<string, unknown>): Promise<AuthorizeResult> => post(options, body);
  return {
    async authenticate(token: string): Promise<Principal | undefined> {
      const answer = await ask({ token });
      if (!answer.valid || !answer.allow || !answer.result) return undefined;
      const { id, name, tags, type } = answer.result;
      return { id, type: type === 'application' ? 'application' : 'person', ...(name ? { name } : {}), tags: tags ?? [] };
    },
    async authorize(request: AccessRequest): Promise<AccessDecision> {
      const object = { paths: request.paths, ...(request.tags ? { tags: request.tags } : {}) };
      const answer = await ask({ token: request.token, context: { predicate: request.predicate, object } });
      return {
        allow: answer.allow && answer.valid,
        ...(answer.decision ? { decision: answer.decision } : {}),
        ...(answer.policies ? { policies: answer.policies.map((policy) => policy.name) } : {}),
        ...(answer.reason ?? answer.error?.message ? { reason: answer.reason ?? answer.error?.message } : {}),
        ...(answer.ask ? { ask: answer.ask } : {}),
        ...(answer.why ? { why: answer.why } : {}),
      };
    },
  };
}

async function post(options: HeimdallAccessOptions, body: Record<string, unknown>): Promise<AuthorizeResult> {
  const fetch = options.fetch ?? (globalThis.fetch as unknown as FetchLike);
  let status: number;
  let text: string;
  try {
    const answer = await fetch(`${options.url}/heimdall/api/v1/authorize`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(options.apikey ? { apikey: options.apikey } : {}) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(options.timeoutMs ?? 5000),
    });
    status = answer.status;
    text = await answer.text();
  } catch {
    throw unavailable('does not answer');
  }
  if (status !== 200 && status !== 401 && status !== 403) {
    if (status === 400) return { allow: false, valid: false, reason: 'heimdall could not read the question' };
    throw unavailable(`answered ${status}`);
  }
  const parsed = AuthorizeResult.safeParse(json(text));
  if (!parsed.success) throw unavailable('gave an answer that is not a decision');
  if (parsed.data.allow && status !== 200) throw unavailable('contradicts itself');
  return parsed.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unavailable = (what: string): DomainError =>
  new DomainError(DependencyUnavailable, `heimdall ${what}; access cannot be decided`, { service: 'heimdall', retry: true });
