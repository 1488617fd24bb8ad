import type { Client } from '@dataos/contracts-core';
import type { DataDecision, heimdallApi } from '@dataos/contracts-heimdall';
import { Inject, Injectable } from '@nestjs/common';
import { HEIMDALL } from '../config.js';
import { TrinoFailure } from '../sql/failure.js';
import type { KnownTable } from './catalogue.service.js';

/** For whom a query is decided: the owner of a token, or a user the caller may act for. */
export type Subject = { token: string } | { user: string };

/** Asks for all tables of a query at once. No answer, or an answer that leaves a table out, is a refusal. */
@Injectable()
export class DecisionsService {
  constructor(@Inject(HEIMDALL) private readonly heimdall: Client<typeof heimdallApi>) {}

  decide(subject: Subject, tables: readonly KnownTable[]): Promise<DataDecision> {
    return this.heimdall.decideData({ body: { subject, tables: askedOf(tables) } });
  }

  /** Which of the tables may be read, for lists; of columns only their names count. */
  async visible(subject: Subject, tables: readonly KnownTable[]): Promise<ReadonlySet<string>> {
    const { visible } = await this.heimdall.visibleTables({
      body: { subject, tables: tables.map(({ address, tags, columns }) => ({ address, tags: [...tags], columns: columns.map(({ name }) => ({ name })) })) },
    });
    return new Set(visible);
  }
}

/** All that a decision is made of, but for who asks and the policies. */
export const askedOf = (tables: readonly KnownTable[]) =>
  tables.map(({ address, tags, columns }) => ({ address, tags: [...tags], columns: columns.map((column) => ({ name: column.name, type: column.type, tags: [...column.tags] })) }));

/** The tables with the tags that only heimdall keeps: what is made from their columns has to carry those as well. */
export function withTags(tables: readonly KnownTable[], decision: DataDecision): readonly KnownTable[] {
  const kept = new Map(decision.tables.flatMap(({ address, columnTags }) => (columnTags === undefined ? [] : [[address, columnTags] as const])));
  if (kept.size === 0) return tables;
  return tables.map((table) => {
    const own = kept.get(table.address);
    return own === undefined ? table : { ...table, columns: table.columns.map((column) => ({ ...column, tags: [...new Set([...column.tags, ...(own[column.name] ?? [])])] })) };
  });
}

/** Those of `tables` that the decision does not allow, or leaves out. */
const deniedOf = (decision: DataDecision, tables: readonly KnownTable[]): KnownTable[] =>
  tables.filter(({ address }) => decision.tables.filter((table) => table.address === address).some(({ allow }) => !allow) || !decision.tables.some((table) => table.address === address));

export const isAllowed = (decision: DataDecision, tables: readonly KnownTable[]): boolean => decision.allow && deniedOf(decision, tables).length === 0;

/** Throws unless every one of `tables` is allowed, naming the decision by which the refusal can be explained. */
export function assertAllowed(decision: DataDecision, tables: readonly KnownTable[]): void {
  const denied = deniedOf(decision, tables);
  if (denied.length === 0 && decision.allow) return;
  const names = denied.map(({ name }) => name).join(', ') || 'a table of this query';
  throw new TrinoFailure('PERMISSION_DENIED', `Access Denied: Cannot select from ${names} (decision ${decision.decision}; run \`dataos why ${decision.decision}\` for the reason)`);
}
