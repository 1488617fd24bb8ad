import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An API key; only the SHA-256 of its text is kept. */
@Entity('api_keys')
export class ApiKeyRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text')
  name!: string;

  @Index('api_keys_hash', { unique: true })
  @Column('text')
  hash!: string;

  @Column('text')
  description!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

/** A key that signs tokens; the private half is sealed with the key file. */
@Entity('signing_keys')
export class SigningKeyRow {
  @PrimaryColumn('text')
  kid!: string;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk!: Record<string, unknown>;

  @Column('text', { name: 'sealed_jwk' })
  sealedJwk!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
