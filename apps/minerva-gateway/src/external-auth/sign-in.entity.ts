import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sign-in that a browser has begun and whose client may still come for what came of it. It holds no token that could be read. */
@Entity('external_sign_in')
@Index('external_sign_in_state', ['stateHash'], { unique: true })
@Index('external_sign_in_expires', ['expiresAt'])
export class SignInRow {
  /** The public key of the client. */
  @PrimaryColumn('text') link!: string;
  /** Of what the identity provider says back; `null` once it has. */
  @Column('text', { name: 'state_hash', nullable: true }) stateHash!: string | null;
  /** Of the cookie of the browser that began it. */
  @Column('text', { name: 'browser_hash' }) browserHash!: string;
  @Column('text') verifier!: string;
  @Column('text') nonce!: string;
  @Column('text', { name: 'redirect_uri' }) redirectUri!: string;
  @Column('text', { nullable: true }) sealed!: string | null;
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
