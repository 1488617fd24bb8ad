import type { PolicyInput } from '@dataos/contracts-heimdall';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('policies')
@Index('policies_expiry', ['expiresAt'])
@Index('policies_grant', ['grantId'])
export class PolicyRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('text')
  kind!: 'access' | 'data';

  @Column('text')
  layer!: 'user' | 'system';

  /** Seeded by code and owned by it. */
  @Column('boolean', { name: 'built_in' })
  builtIn!: boolean;

  @Column('text')
  owner!: string;

  @Column('text')
  description!: string;

  @Column('jsonb')
  tags!: string[];

  @Column('jsonb')
  policy!: PolicyInput['policy'];

  @Column('int')
  revision!: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('text', { name: 'updated_by' })
  updatedBy!: string;

  /** From then on the policy is out of force, whether or not anybody took it away. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** The grant this policy was compiled from. */
  @Column('text', { name: 'grant_id', nullable: true })
  grantId!: string | null;
}

/** One row: the revision of the whole set, raised in the transaction of every change. */
@Entity('policy_set')
export class PolicySetRow {
  @PrimaryColumn('int')
  id!: number;

  @Column('bigint')
  revision!: string;
}
