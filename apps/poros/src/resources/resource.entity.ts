import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { State } from '../reconcile/state.js';

/** A declared resource; `manifest` is what was asked for, with fingerprints for secret values. */
@Entity('resource')
@Index('resource_key', ['type', 'workspace', 'name'], { unique: true })
export class ResourceRow {
  @PrimaryColumn('uuid') uid!: string;
  @Column('text') type!: string;
  @Column('text') version!: string;
  @Column('text') name!: string;
  /** Empty for resources of the instance. */
  @Column('text') workspace!: string;
  @Column('text') owner!: string;
  @Column('jsonb') manifest!: Record<string, unknown>;
  /** Addresses and resource ids the manifest names. */
  @Column('text', { array: true }) refs!: string[];
  @Column('integer') generation!: number;
  /** The bundle that made it. */
  @Index('resource_bundle')
  @Column('uuid', { nullable: true }) bundle!: string | null;
  @Column('jsonb') state!: State;
  /** How often making it true failed in a row; the delay grows with it. */
  @Column('integer') failures!: number;
  @Column('timestamptz', { name: 'next_run_at', nullable: true }) nextRunAt!: Date | null;
  @Column('timestamptz', { name: 'deleting_at', nullable: true }) deletingAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
