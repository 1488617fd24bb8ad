import type { AtomValues } from '@dataos/contracts-heimdall';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What has an id and an age. */
abstract class Made {
  @PrimaryColumn('text')
  id!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

/** What may be changed after it was made. */
abstract class Kept extends Made {
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** What people choose from, some of it brought by the platform. */
abstract class Offered extends Kept {
  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('boolean', { name: 'built_in' })
  builtIn!: boolean;
}

@Entity('providers')
export class ProviderRow extends Offered {
  @Column('text')
  version!: string;
}

@Entity('use_cases')
export class UseCaseRow extends Offered {
  @Column('text')
  category!: string;

  @Column('jsonb')
  atoms!: string[];

  @Column('jsonb', { name: 'use_cases' })
  useCases!: string[];

  @Column('jsonb')
  values!: AtomValues[];
}

@Entity('atoms')
export class AtomRow extends Kept {
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
}

@Entity('grants')
@Index('grants_use_case', ['useCaseId'])
export class GrantRow extends Kept {
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
}

@Entity('grant_requests')
export class GrantRequestRow extends Made {
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
}
