import { type AccessControl, type AnswerOf, type Caller, DomainError, NotFound } from '@dataos/contracts-core';
import type { minervaApi, QueryListQuery } from '@dataos/contracts-minerva';
import { ACCESS } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { QueryRow } from './query.entity.js';
import { toRecord, toSummary } from './view.js';

type Routes = typeof minervaApi.routes;

/** Reads the audit: everybody their own, auditors all. */
@Injectable()
export class QueriesService {
  constructor(private readonly dataSource: DataSource, @Inject(ACCESS) private readonly access: AccessControl) {}

  async list(query: z.output<typeof QueryListQuery>, caller: Caller): Promise<AnswerOf<Routes['listQueries']>> {
    const { page, size } = query;
    const user = (await this.isAuditor(caller)) ? query.user : caller.id;
    const select = this.dataSource.getRepository(QueryRow).createQueryBuilder('query').orderBy('query.createdAt', 'DESC').addOrderBy('query.id', 'DESC');
    if (user !== undefined) select.andWhere('query.user = :user', { user });
    if (query.user !== undefined && query.user !== user) select.andWhere('false');
    narrow(select, query);
    const [rows, total] = await select.skip((page - 1) * size).take(size).getManyAndCount();
    return { items: rows.map(toSummary), total, page, size };
  }

  /** The same from a place of its own choice, for clients that count rows instead of pages. */
  async slice(caller: Caller, { limit, offset, ascending }: { limit: number; offset: number; ascending: boolean }): Promise<QueryRow[]> {
    const order = ascending ? 'ASC' as const : 'DESC' as const;
    const select = this.dataSource.getRepository(QueryRow).createQueryBuilder('query').orderBy('query.createdAt', order).addOrderBy('query.id', order);
    if (!(await this.isAuditor(caller))) select.andWhere('query.user = :user', { user: caller.id });
    return select.skip(offset).take(limit).getMany();
  }

  /** Number of queries by cluster; of those the caller may see. */
  async distribution(caller: Caller): Promise<Record<string, number>> {
    const select = this.dataSource.getRepository(QueryRow).createQueryBuilder('query').select('query.cluster', 'cluster').addSelect('count(*)::int', 'count').where('query.cluster IS NOT NULL').groupBy('query.cluster');
    if (!(await this.isAuditor(caller))) select.andWhere('query.user = :user', { user: caller.id });
    return Object.fromEntries((await select.getRawMany<{ cluster: string; count: number }>()).map(({ cluster, count }) => [cluster, count]));
  }

  /** The record as it is stored, where the caller may see it. */
  async row(id: string, caller: Caller): Promise<QueryRow> {
    const row = await this.dataSource.getRepository(QueryRow).findOneBy({ id });
    if (row === null || (row.user !== caller.id && !(await this.isAuditor(caller)))) throw new DomainError(NotFound, `There is no query ${id}.`);
    return row;
  }

  async get(id: string, caller: Caller): Promise<AnswerOf<Routes['getQuery']>> {
    const row = await this.dataSource.getRepository(QueryRow).findOneBy({ id });
    const auditor = await this.isAuditor(caller);
    // That somebody else's query exists is not told either.
    if (row === null || (!auditor && row.user !== caller.id)) throw new DomainError(NotFound, `There is no query ${id}.`);
    return toRecord(row, auditor);
  }

  private async isAuditor({ token, ...principal }: Caller): Promise<boolean> {
    return (await this.access.authorize({ token, principal, predicate: 'audit', paths: ['/gateway/api/v1/queries'] })).allow;
  }
}

/** What is searched for: every condition given must hold. */
function narrow(select: SelectQueryBuilder<QueryRow>, { state, table, written, text, source, cluster, policy, error, from, to }: z.output<typeof QueryListQuery>): void {
  const conditions: [string, string | undefined, string | undefined][] = [
    ['query.state = :state', 'state', state], ['query.tables @> :tables::jsonb', 'tables', table === undefined ? undefined : JSON.stringify([{ address: table }])],
    ['query.writes @> :writes::jsonb', 'writes', written === undefined ? undefined : JSON.stringify([{ address: written }])],
    ['strpos(lower(query.sql), lower(:text)) > 0', 'text', text], ['query.source = :source', 'source', source], ['query.cluster = :cluster', 'cluster', cluster],
    [':policy = ANY (query.policies)', 'policy', policy], ["query.error ->> 'name' = :error", 'error', error], ['query.createdAt >= :from', 'from', from], ['query.createdAt < :to', 'to', to],
  ];
  for (const [condition, name, value] of conditions) if (name !== undefined && value !== undefined) select.andWhere(condition, { [name]: value });
}
