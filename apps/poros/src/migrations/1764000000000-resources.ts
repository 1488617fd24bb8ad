import { createKitTables, dropKitTables } from '@dataos/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resources and runs. */
export class Resources1764000000000 implements MigrationInterface {
  name = 'Resources1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    await queryRunner.query(`CREATE TABLE "resource" (
      "uid" uuid NOT NULL, "type" text NOT NULL, "version" text NOT NULL, "name" text NOT NULL, "workspace" text NOT NULL, "owner" text NOT NULL,
      "manifest" jsonb NOT NULL, "refs" text array NOT NULL, "generation" integer NOT NULL, "bundle" uuid, "state" jsonb NOT NULL, "failures" integer NOT NULL,
      "next_run_at" TIMESTAMP WITH TIME ZONE, "deleting_at" TIMESTAMP WITH TIME ZONE,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "resource_pk" PRIMARY KEY ("uid"))`);
    await queryRunner.query('CREATE UNIQUE INDEX "resource_key" ON "resource" ("type", "workspace", "name")');
    await queryRunner.query('CREATE INDEX "resource_bundle" ON "resource" ("bundle")');
    await queryRunner.query(`CREATE TABLE "run" (
      "id" text NOT NULL, "resource" uuid NOT NULL, "resource_id" text NOT NULL, "generation" integer NOT NULL, "phase" text NOT NULL, "run_as" text NOT NULL,
      "dag" jsonb NOT NULL, "nodes" jsonb NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "run_pk" PRIMARY KEY ("id"))`);
    await queryRunner.query('CREATE INDEX "run_resource" ON "run" ("resource", "started_at")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "run"');
    await queryRunner.query('DROP TABLE "resource"');
    await dropKitTables(queryRunner);
  }
}
