import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('users')
export class UserRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  type!: 'person' | 'application';

  @Column('text')
  email!: string;

  @Column('jsonb')
  properties!: { key: string; value: string }[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

@Entity('user_tags')
export class UserTagRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text')
  tag!: string;

  @Column('text')
  assigner!: string;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt!: Date;
}
