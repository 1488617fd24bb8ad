import type { AppliedFilter, AppliedMask, QueryFailure, QueryState, QueryTable, QueryTrace } from '@dataos/contracts-minerva';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The audit record of one query. */
@Entity('query')
@Index('query_created', ['createdAt'])
@Index('query_user', ['user', 'createdAt'])
@Index('query_trace_due', ['traceDue'], { where: 'trace_due IS NOT NULL' })
export class QueryRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') user!: string;
  @Column('text', { name: 'authenticated_as', nullable: true }) authenticatedAs!: string | null;
  /** The gateway process that runs it, by its address: what it left unfinished is known when it starts again. */
  @Column('text') gateway!: string;
  @Column('text') state!: QueryState;
  @Column('text') sql!: string;
  @Column('text', { nullable: true }) rewritten!: string | null;
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('text', { nullable: true }) statement!: string | null;
  @Column('text', { nullable: true }) source!: string | null;
  @Column('text', { name: 'client_tags', array: true }) clientTags!: string[];
  @Column('text', { nullable: true }) catalog!: string | null;
  @Column('text', { nullable: true }) schema!: string | null;
  @Column('text', { nullable: true }) cluster!: string | null;
  @Column('text', { nullable: true }) decision!: string | null;
  @Column('jsonb') tables!: QueryTable[];
  @Column('jsonb', { nullable: true }) writes!: QueryTable[] | null;
  @Column('jsonb', { nullable: true }) trace!: QueryTrace | null;
  /** When an OpenLineage consumer is to be told; `null` when it was, or nobody wants to know. */
  @Column('timestamptz', { name: 'trace_due', nullable: true }) traceDue!: Date | null;
  @Column('text', { array: true }) policies!: string[];
  @Column('jsonb') masks!: AppliedMask[];
  @Column('jsonb') filters!: AppliedFilter[];
  @Column('boolean', { nullable: true }) cached!: boolean | null;
  @Column('jsonb', { nullable: true }) error!: QueryFailure | null;
  @Column('bigint') rows!: string;
  @Column('bigint') bytes!: string;
  @Column('bigint', { name: 'rows_read' }) rowsRead!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
