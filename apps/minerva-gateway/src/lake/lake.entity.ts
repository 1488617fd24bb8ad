import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A table or view of a managed depot. That a table is there, its folder says; this says what is in it. */
@Entity('lake_relation')
export class LakeRelation {
  /** `catalog.schema.table` */
  @PrimaryColumn('text') name!: string;
  @Column('text') kind!: 'table' | 'view';
  /** Names and types as they were written, in Trino's words. */
  @Column('jsonb') columns!: { name: string; type: string }[];
  /** Tags of what each column was computed from. They protect until the catalog has taken them over. */
  @Column('jsonb', { name: 'column_tags' }) columnTags!: Record<string, string[]>;
  /** Of a view: its query as it was written, and where its names are looked for. */
  @Column('text', { nullable: true }) sql!: string | null;
  @Column('text', { nullable: true }) catalog!: string | null;
  @Column('text', { nullable: true }) schema!: string | null;
  /** Of a table that is being replaced: what its columns are as soon as the file of this name is among those of the table. */
  @Column('jsonb', { nullable: true }) next!: { file: string; columns: { name: string; type: string }[] } | null;
  @Column('text') owner!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}
