import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('users')
@Index('users_federated', ['federatedConnectorId', 'federatedUserId'], { unique: true })
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

  /** Who this is at an identity provider, and at which. */
  @Column('text', { name: 'federated_user_id', nullable: true })
  federatedUserId!: string | null;

  @Column('text', { name: 'federated_connector_id', nullable: true })
  federatedConnectorId!: string | null;
}

@Entity('user_tags')
@Index('user_tags_tag', ['tag'])
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
