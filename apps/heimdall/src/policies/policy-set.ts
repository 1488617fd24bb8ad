import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HeimdallConfig } from '../config.js';
import { type CompiledDataPolicy, compileDataPolicy } from '../data-policies/data-policy.js';
import type { AccessPolicy } from '../decisions/decide.js';
import { DecisionIndex } from '../decisions/indexed/decision-index.js';
import type { PolicyRow } from './policy.entity.js';

/** The policies in force: all members change together between two decisions, so what belongs to one decision is read without an `await` in between. */
export interface PolicySnapshot {
  readonly revision: string;
  readonly access: DecisionIndex;
  readonly data: readonly CompiledDataPolicy[];
}

type Stored = Pick<PolicyRow, 'name' | 'owner' | 'policy'> & { version: string };
interface Difference { revision: string; changed: Stored[] | null; gone: string[] | null }

/**
 * What changed since the versions known here, and the revision of the whole, in one statement so that they belong together. A
 * version is a digest of the content: a policy deleted and made again counts its revisions from one, and must not pass for the old.
 */
const DIFFERENCE = `WITH known AS (SELECT * FROM unnest($1::text[], $2::text[]) AS k(name, version)),
    now AS MATERIALIZED (SELECT name, owner, policy, md5(owner || '|' || policy::text) AS version FROM live_policies)
  SELECT s.revision::text AS revision,
    (SELECT json_agg(now) FROM now LEFT JOIN known USING (name) WHERE known.version IS DISTINCT FROM now.version) AS changed,
    (SELECT json_agg(known.name) FROM known WHERE NOT EXISTS (SELECT 1 FROM now WHERE now.name = known.name)) AS gone
  FROM live_policy_set s WHERE s.id = 1`;

/** Holds the policies ready to be asked; a request names the revision it saw in the database and never gets an older one. */
@Injectable()
export class PolicySet implements PolicySnapshot {
  readonly access: DecisionIndex;
  private readonly compiled = new Map<string, CompiledDataPolicy>();
  private present: Pick<PolicySnapshot, 'data' | 'revision'> | undefined;
  /** Which stored version of each policy is held. */
  private readonly versions = new Map<string, string>();
  private loading: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource, @Inject(CONFIG) private readonly config: HeimdallConfig) {
    this.access = new DecisionIndex(config.HEIMDALL_COMBINING);
  }

  /** The data policies of now: an older list beside the newer index would show what the newer set hides. */
  get data(): readonly CompiledDataPolicy[] {
    return this.present?.data ?? [];
  }

  get revision(): string {
    return this.present?.revision ?? '0';
  }

  async at(revision: string): Promise<PolicySnapshot> {
    if (this.holds(revision)) return this;
    // One after the other: a statement started before an earlier one was taken in would count its changes twice.
    const loading = this.loading.catch(() => undefined).then(() => this.load(revision));
    this.loading = loading;
    await loading;
    return this.at(revision);
  }

  private holds(revision: string): boolean {
    return this.present !== undefined && BigInt(this.revision) >= BigInt(revision);
  }

  private async load(revision: string): Promise<void> {
    if (this.holds(revision)) return;
    const rows: Difference[] = await this.dataSource.query(DIFFERENCE, [[...this.versions.keys()], [...this.versions.values()]]);
    const row = rows[0];
    if (!row) throw new Error('the policy set has no revision');
    this.take(row);
  }

  private take({ changed, gone, revision }: Difference): void {
    const access: AccessPolicy[] = [];
    const dropped = new Set(gone ?? []);
    for (const name of dropped) this.versions.delete(name);
    for (const { name, owner, policy, version } of changed ?? []) {
      this.versions.set(name, version);
      this.compiled.delete(name);
      // What was an access policy and is a data policy now leaves the index.
      if (policy.access) access.push({ name, owner, rule: policy.access });
      else dropped.add(name);
      const compiled = policy.data && compileDataPolicy({ name, owner, rule: policy.data }, this.config.HEIMDALL_BUCKET_BOUND);
      if (compiled) this.compiled.set(name, compiled);
    }
    for (const name of gone ?? []) this.compiled.delete(name);
    if (access.length > 0 || dropped.size > 0) this.access.change(access, dropped);
    this.present = { revision, data: [...this.compiled.values()] };
  }
}
