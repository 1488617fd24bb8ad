import type { AtomValues } from '@dataos/contracts-heimdall';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('providers')
export class ProviderRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  version!: string;

  @Column('text')
  description!: string;

  @Column('boolean', { name: 'built_in' })
  builtIn!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

@Entity('atoms')
export class AtomRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'provider_id' })
  providerId!: string;

  @Column('text')
  description!: string;

  @Column('text')
  predicate!: string;

  @Column('jsonb')
  tags!: string[];

  @Column('jsonb')
  paths!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

@Entity('use_cases')
export class UseCaseRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('text')
  category!: string;

  @Column('jsonb')
  atoms!: string[];

  @Column('jsonb', { name: 'use_cases' })
  useCases!: string[];

  @Column('jsonb')
  values!: AtomValues[];

  @Column('boolean', { name: 'built_in' })
  builtIn!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

@Entity('grants')
@Index('grants_use_case', ['useCaseId'])
export class GrantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'use_case_id' })
  useCaseId!: string;

  @Column('jsonb')
  subjects!: string[];

  @Column('jsonb')
  granters!: Record<string, string>;

  @Column('jsonb')
  values!: AtomValues[];

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

@Entity('grant_requests')
export class GrantRequestRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  state!: 'requested' | 'approved' | 'rejected';

  @Column('text', { name: 'use_case_id' })
  useCaseId!: string;

  @Column('jsonb')
  subjects!: string[];

  @Column('jsonb')
  values!: AtomValues[];

  @Column('text')
  notes!: string;

  @Column('text')
  requester!: string;

  @Column('text')
  source!: string;

  @Column('text')
  creator!: string;

  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('text', { name: 'grant_id', nullable: true })
  grantId!: string | null;

  @Column('int', { nullable: true })
  duration!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
