import { createKitTables, dropKitTables } from '@dataos/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Pods1764000000000 implements MigrationInterface {
  name = 'Pods1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    await queryRunner.query(`
      CREATE TABLE "pod" (
        "id" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "phase" text NOT NULL, "pid" integer, "restarts" integer NOT NULL,
        "started_at" timestamptz NOT NULL, "finished_at" timestamptz, "last_exit" jsonb, "reason" text, "resource" text, "run" text, "usage" jsonb,
        CONSTRAINT "pod_pk" PRIMARY KEY ("id"))`);
    await queryRunner.query('CREATE INDEX "pod_started_at" ON "pod" ("started_at")');
    await queryRunner.query('CREATE INDEX "pod_name" ON "pod" ("kind", "name")');
    await queryRunner.query(`
      CREATE TABLE "sample" (
        "pod" text NOT NULL, "at" timestamptz NOT NULL, "cpu" double precision NOT NULL, "memory" bigint NOT NULL,
        CONSTRAINT "sample_pk" PRIMARY KEY ("pod", "at"))`);
    await queryRunner.query('CREATE INDEX "sample_at" ON "sample" ("at")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "sample"');
    await queryRunner.query('DROP TABLE "pod"');
    await dropKitTables(queryRunner);
  }
}
