import type { AssetKind } from '@dataos/contracts-metis';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AssetState, SeenColumn } from './asset-state.js';

/** An asset in the catalog's database. */
@Entity('asset')
@Index('asset_depot', ['depot'])
@Index('asset_tags', { synchronize: false })
@Index('asset_search', { synchronize: false })
export class AssetRow implements AssetState {
  @PrimaryColumn('text') id!: string;
  @Column('text') kind!: AssetKind;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) depot!: string | null;
  @Column('text', { nullable: true }) collection!: string | null;
  @Column('text', { nullable: true }) parent!: string | null;
  @Column('text', { name: 'source_description', nullable: true }) sourceDescription!: string | null;
  @Column('text', { name: 'source_owner', nullable: true }) sourceOwner!: string | null;
  @Column('text', { name: 'user_description', nullable: true }) userDescription!: string | null;
  @Column('text', { name: 'user_owner', nullable: true }) userOwner!: string | null;
  @Column('text', { array: true }) tags!: string[];
  @Column('jsonb') columns!: SeenColumn[];
  @Column('jsonb', { name: 'column_tags' }) columnTags!: Record<string, string[]>;
  @Column('jsonb', { nullable: true }) details!: object | null;
  @Column('text', { array: true }) inputs!: string[];
  @Column('text', { array: true }) outputs!: string[];
  @Column('bigint', { name: 'row_estimate', nullable: true }) rowEstimate!: string | null;
  @Column('int') generation!: number;
  /** The scan that saw it last; lets a scan that was interrupted go on where it was. */
  @Column('uuid', { nullable: true }) scan!: string | null;
  @Column('timestamptz', { name: 'first_seen' }) firstSeen!: Date;
  @Column('timestamptz', { name: 'last_seen' }) lastSeen!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('timestamptz', { name: 'vanished_at', nullable: true }) vanishedAt!: Date | null;
  @Column('tsvector', { select: false }) search!: string;
}
