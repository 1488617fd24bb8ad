import { createKitTables, dropKitTables } from '@dataos/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Depots1764000000000 implements MigrationInterface {
  name = 'Depots1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    await queryRunner.query(`
      CREATE TABLE "depot" (
        "name" text NOT NULL, "request" jsonb NOT NULL, "generation" integer NOT NULL,
        "is_archived" boolean NOT NULL DEFAULT false, "archival_message" text,
        "created_at" timestamptz NOT NULL DEFAULT now(), "updated_at" timestamptz NOT NULL DEFAULT now(), "last_check" jsonb,
        CONSTRAINT "depot_pk" PRIMARY KEY ("name"))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "depot"');
    await dropKitTables(queryRunner);
  }
}
