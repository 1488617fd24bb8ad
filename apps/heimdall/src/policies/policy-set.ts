import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CompiledDataPolicy, compileDataPolicy } from '../data-policies/data-policy.js';
import { type CompiledPolicy, compilePolicy, policiesOf } from '../decisions/decide.js';
import type { PolicyRow } from './policy.entity.js';

const MAX_REMEMBERED = 1_000;

/** The compiled policies of one revision. */
export class PolicySnapshot {
  private readonly bySubject = new Map<string, readonly CompiledPolicy[]>();

  constructor(readonly revision: string, private readonly access: readonly CompiledPolicy[], readonly data: readonly CompiledDataPolicy[]) {}

  /** The access policies of a holder of these tags; remembered, as many requests come from few kinds of subject. */
  accessFor(tags: readonly string[]): readonly CompiledPolicy[] {
    const key = JSON.stringify(tags);
    const known = this.bySubject.get(key);
    if (known) return known;
    if (this.bySubject.size >= MAX_REMEMBERED) this.bySubject.clear();
    const found = policiesOf(this.access, tags);
    this.bySubject.set(key, found);
    return found;
  }
}

/** Holds the compiled policies; a request names the revision it saw in the database and never gets an older one. */
@Injectable()
export class PolicySet {
  private snapshot: Promise<PolicySnapshot> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async at(revision: string): Promise<PolicySnapshot> {
    const known = await this.snapshot?.catch(() => undefined);
    if (known && BigInt(known.revision) >= BigInt(revision)) return known;
    const loading = this.load();
    this.snapshot = loading;
    return loading;
  }

  /** Revision and policies in one statement, so that they belong together. */
  private async load(): Promise<PolicySnapshot> {
    const rows: { revision: string; policies: Pick<PolicyRow, 'name' | 'owner' | 'policy'>[] | null }[] = await this.dataSource.query(
      `SELECT s.revision::text AS revision, (SELECT json_agg(json_build_object('name', p.name, 'owner', p.owner, 'policy', p.policy)) FROM live_policies p) AS policies FROM live_policy_set s WHERE s.id = 1`,
    );
    const row = rows[0];
    if (!row) throw new Error('the policy set has no revision');
    const access: CompiledPolicy[] = [];
    const data: CompiledDataPolicy[] = [];
    for (const { name, owner, policy } of row.policies ?? []) {
      if (policy.access) access.push(compilePolicy({ name, owner, rule: policy.access }));
      const compiled = policy.data && compileDataPolicy({ name, owner, rule: policy.data });
      if (compiled) data.push(compiled);
    }
    return new PolicySnapshot(row.revision, access, data);
  }
}
