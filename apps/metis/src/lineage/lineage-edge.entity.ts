import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Data that a job moved from one asset to another; the last run of the job speaks. */
@Entity('lineage_edge')
@Index('lineage_edge_to', ['to'])
export class LineageEdgeRow {
  @PrimaryColumn('text', { name: 'from_id' }) from!: string;
  @PrimaryColumn('text', { name: 'to_id' }) to!: string;
  /** Empty where the job is not known. */
  @PrimaryColumn('text') job!: string;
  @Column('text', { nullable: true }) run!: string | null;
  @Column('jsonb') columns!: { from: string; to: string; masked?: boolean }[];
  @Column('timestamptz', { name: 'first_seen' }) firstSeen!: Date;
  @Column('timestamptz', { name: 'last_seen' }) lastSeen!: Date;
}
