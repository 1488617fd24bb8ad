import type { KnownResource } from '@dataos/contracts-heimdall';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A resource that the searches know. */
@Entity('known_resources')
export class KnownResourceRow {
  @PrimaryColumn('text')
  type!: string;

  @PrimaryColumn('text')
  id!: string;

  @Column('jsonb')
  properties!: KnownResource['properties'];
}
