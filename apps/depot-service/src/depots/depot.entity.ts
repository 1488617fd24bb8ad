import type { DepotRequest, SourceCheck } from '@dataos/contracts-depot';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('depot')
export class DepotEntity {
  @PrimaryColumn('text')
  name!: string;

  /** The declaration as it was given, without credentials: those live in heimdall. */
  @Column('jsonb')
  request!: DepotRequest;

  @Column('integer')
  generation!: number;

  @Column('boolean', { name: 'is_archived', default: false })
  isArchived!: boolean;

  @Column('text', { name: 'archival_message', nullable: true })
  archivalMessage!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('jsonb', { name: 'last_check', nullable: true })
  lastCheck!: SourceCheck | null;
}
