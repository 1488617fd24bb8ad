import { createKitTables, dropKitTables } from '@dataos/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assets, scans and lineage. */
export class Catalog1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    await queryRunner.query(`CREATE TABLE "asset" (
      "id" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "depot" text, "collection" text, "parent" text,
      "source_description" text, "source_owner" text, "user_description" text, "user_owner" text,
      "tags" text array NOT NULL, "columns" jsonb NOT NULL, "column_tags" jsonb NOT NULL, "details" jsonb,
      "inputs" text array NOT NULL, "outputs" text array NOT NULL, "row_estimate" bigint, "generation" integer NOT NULL, "scan" uuid,
      "first_seen" TIMESTAMP WITH TIME ZONE NOT NULL, "last_seen" TIMESTAMP WITH TIME ZONE NOT NULL,
      "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "vanished_at" TIMESTAMP WITH TIME ZONE, "search" tsvector NOT NULL,
      CONSTRAINT "asset_pk" PRIMARY KEY ("id"))`);
    await queryRunner.query('CREATE INDEX "asset_depot" ON "asset" ("depot")');
    await queryRunner.query('CREATE INDEX "asset_tags" ON "asset" USING gin ("tags")');
    await queryRunner.query('CREATE INDEX "asset_search" ON "asset" USING gin ("search")');
    await queryRunner.query(`CREATE TABLE "scan" (
      "id" uuid NOT NULL, "depot" text NOT NULL, "request" jsonb NOT NULL, "state" text NOT NULL, "requested_by" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE, "finished_at" TIMESTAMP WITH TIME ZONE,
      "heartbeat_at" TIMESTAMP WITH TIME ZONE, "attempt" integer NOT NULL, "counts" jsonb NOT NULL, "cause" text, "faults" jsonb NOT NULL,
      CONSTRAINT "scan_pk" PRIMARY KEY ("id"))`);
    await queryRunner.query('CREATE INDEX "scan_created" ON "scan" ("created_at")');
    await queryRunner.query(`CREATE TABLE "lineage_edge" (
      "from_id" text NOT NULL, "to_id" text NOT NULL, "job" text NOT NULL, "run" text, "columns" jsonb NOT NULL,
      "first_seen" TIMESTAMP WITH TIME ZONE NOT NULL, "last_seen" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "lineage_edge_pk" PRIMARY KEY ("from_id", "to_id", "job"))`);
    await queryRunner.query('CREATE INDEX "lineage_edge_to" ON "lineage_edge" ("to_id")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['lineage_edge', 'scan', 'asset']) await queryRunner.query(`DROP TABLE "${table}"`);
    await dropKitTables(queryRunner);
  }
}
