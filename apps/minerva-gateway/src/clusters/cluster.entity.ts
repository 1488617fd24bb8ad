import type { ClusterSpec } from '@dataos/contracts-minerva';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A declared cluster; its engine lives in this process. */
@Entity('cluster')
export class ClusterRow {
  @PrimaryColumn('text') name!: string;
  @Column('jsonb') spec!: ClusterSpec;
  @Column('text', { nullable: true }) owner!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
