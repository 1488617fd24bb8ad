import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, type QueryRunner } from 'typeorm';

/** An event waiting to be published; `position` is the order of writing. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  position!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  key!: string;

  @Column('jsonb')
  envelope!: object;
}

/** An event this service has applied; makes handling idempotent. */
@Entity('inbox')
export class InboxRow {
  @PrimaryColumn('text')
  handler!: string;

  @PrimaryColumn('uuid')
  event!: string;

  @Index('inbox_handled_at')
  @Column('timestamptz', { name: 'handled_at', default: () => 'now()' })
  handledAt!: Date;
}

/** An event that could not be handled; kept, visible, and can be sent again. */
@Entity('dead_letter')
export class DeadLetterRow {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column('text')
  handler!: string;

  @Column('jsonb')
  envelope!: object;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'parked_at', default: () => 'now()' })
  parkedAt!: Date;
}

export const kitEntities = [OutboxRow, InboxRow, DeadLetterRow] as const;

/** Creates the chassis' tables; a service calls it from its own first migration. */
export async function createKitTables(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`CREATE TABLE "outbox" ("position" BIGSERIAL NOT NULL, "topic" text NOT NULL, "key" text NOT NULL, "envelope" jsonb NOT NULL, CONSTRAINT "outbox_pk" PRIMARY KEY ("position"))`);
  await queryRunner.query(`CREATE TABLE "inbox" ("handler" text NOT NULL, "event" uuid NOT NULL, "handled_at" timestamptz NOT NULL DEFAULT now(), CONSTRAINT "inbox_pk" PRIMARY KEY ("handler", "event"))`);
  await queryRunner.query(`CREATE INDEX "inbox_handled_at" ON "inbox" ("handled_at")`);
  await queryRunner.query(`CREATE TABLE "dead_letter" ("id" BIGSERIAL NOT NULL, "handler" text NOT NULL, "envelope" jsonb NOT NULL, "reason" text NOT NULL, "parked_at" timestamptz NOT NULL DEFAULT now(), CONSTRAINT "dead_letter_pk" PRIMARY KEY ("id"))`);
}

/** The inverse, for a first migration's `down`. */
export async function dropKitTables(queryRunner: QueryRunner): Promise<void> {
  for (const table of ['dead_letter', 'inbox', 'outbox']) await queryRunner.query(`DROP TABLE "${table}"`);
}
