import { DomainError } from '@dataos/contracts-core';
import { ExpectationBroken } from '@dataos/contracts-heimdall';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HeimdallConfig } from '../config.js';
import type { AccessPolicy } from '../decisions/decide.js';
import { type Broken, brokenExpectations, type Stated } from './expectations.js';
import type { PolicyRow } from './policy.entity.js';

export type Rule = Pick<PolicyRow, 'name' | 'owner' | 'policy'>;

/** Asks whether the policies of a transaction do what their manifests expect of them. */
@Injectable()
export class ExpectationsService {
  constructor(@Inject(CONFIG) private readonly config: HeimdallConfig) {}

  /** Throws when the change made in `tx` breaks an expectation; costs one indexed look where nobody expects anything. */
  async require(tx: EntityManager): Promise<void> {
    const [any]: unknown[] = await tx.query(`SELECT 1 FROM live_policies WHERE policy ? 'expect' LIMIT 1`);
    if (!any) return;
    const broken = await this.broken(tx, await this.rules(tx));
    if (broken.length === 0) return;
    const first = broken[0];
    throw new DomainError(ExpectationBroken, `The change breaks ${broken.length} expectation(s): ${first?.policy} expects that ${first?.expectation}, but it would be ${first?.got}.`, { broken: broken.slice(0, 50) });
  }

  rules(tx: EntityManager): Promise<Rule[]> {
    return tx.query('SELECT name, owner, policy FROM live_policies');
  }

  async broken(tx: EntityManager, rules: readonly Rule[]): Promise<Broken[]> {
    const stated = statedIn(rules);
    const people = [...new Set(stated.flatMap(({ expectation }) => (typeof expectation.subject === 'string' ? [expectation.subject] : [])))];
    const rows: { user_id: string; tags: string[] }[] = people.length === 0 ? [] : await tx.query('SELECT user_id, array_agg(tag) AS tags FROM user_tags WHERE user_id = ANY($1) GROUP BY user_id', [people]);
    return brokenExpectations(accessOf(rules), stated, new Map(rows.map((row) => [row.user_id, [...row.tags, `users:id:${row.user_id}`]])), this.config.HEIMDALL_COMBINING);
  }
}

export const statedIn = (rules: readonly Rule[]): Stated[] => rules.flatMap(({ name, policy }) => (policy.expect ?? []).map((expectation) => ({ policy: name, expectation })));
export const accessOf = (rules: readonly Rule[]): AccessPolicy[] => rules.flatMap(({ name, owner, policy }) => (policy.access ? [{ name, owner, rule: policy.access }] : []));
