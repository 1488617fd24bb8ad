import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('secrets')
export class SecretRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  acl!: 'r' | 'rw';

  @Column('text')
  description!: string;

  @Column('text')
  owner!: string;

  @Column('jsonb')
  keys!: string[];

  @Column('text')
  sealed!: string;

  /** The data key that sealed it; `file` for the key file itself. */
  @Column('text', { name: 'key_id' })
  keyId!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
