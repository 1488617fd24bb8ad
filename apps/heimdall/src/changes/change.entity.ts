import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of a change log; written once. */
@Entity('changes')
@Index('changes_object', ['objectType', 'objectId'])
export class ChangeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('text', { name: 'object_id' })
  objectId!: string;

  @Column('text', { name: 'object_type' })
  objectType!: string;

  @Column('text')
  what!: string;

  @Column('text')
  details!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
