import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** An RDF term, once. Statements hold its number. */
@Entity('term')
export class TermRow {
  @PrimaryGeneratedColumn({ type: 'int' }) id!: number;
  /** SHA-256 of the term's key: values are longer than an index can hold. */
  @Index('term_digest', { unique: true })
  @Column('text') digest!: string;
  /** `i` IRI, `b` blank node, `l` literal. */
  @Column('text') kind!: string;
  @Column('text') value!: string;
  @Column('text') datatype!: string;
  @Column('text') language!: string;
}

/** Who said a part of the graph: one subject of one service. Stays when all it said is gone, so that an older event cannot bring it back. */
@Entity('source')
export class SourceRow {
  @PrimaryGeneratedColumn({ type: 'int' }) id!: number;
  @Index('source_key', { unique: true })
  @Column('text') key!: string;
  /** The event that spoke last. */
  @Column('timestamptz', { name: 'event_time' }) eventTime!: Date;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
}

/** A statement in a named graph, by the source that made it; the same statement may come from many. */
@Entity('quad')
@Index('quad_pos', ['p', 'o', 's'])
@Index('quad_osp', ['o', 's', 'p'])
@Index('quad_source', ['source'])
export class QuadRow {
  @PrimaryColumn('int') s!: number;
  @PrimaryColumn('int') p!: number;
  @PrimaryColumn('int') o!: number;
  @PrimaryColumn('int') g!: number;
  @PrimaryColumn('int') source!: number;
}
