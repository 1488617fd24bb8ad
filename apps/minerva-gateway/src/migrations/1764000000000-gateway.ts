import { createKitTables, dropKitTables } from '@dataos/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clusters and the audit of queries. */
export class Gateway1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    await queryRunner.query(`CREATE TABLE "cluster" (
      "name" text NOT NULL, "spec" jsonb NOT NULL, "owner" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "cluster_pk" PRIMARY KEY ("name"))`);
    await queryRunner.query(`CREATE TABLE "query" (
      "id" text NOT NULL, "user" text NOT NULL, "authenticated_as" text, "gateway" text NOT NULL, "state" text NOT NULL, "sql" text NOT NULL,
      "rewritten" text, "detail" text, "statement" text, "source" text, "client_tags" text array NOT NULL, "catalog" text, "schema" text,
      "cluster" text, "decision" text, "tables" jsonb NOT NULL, "policies" text array NOT NULL, "masks" jsonb NOT NULL, "filters" jsonb NOT NULL,
      "error" jsonb, "rows" bigint NOT NULL, "bytes" bigint NOT NULL, "rows_read" bigint NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "started_at" TIMESTAMP WITH TIME ZONE, "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "query_pk" PRIMARY KEY ("id"))`);
    await queryRunner.query('CREATE INDEX "query_created" ON "query" ("created_at")');
    await queryRunner.query('CREATE INDEX "query_user" ON "query" ("user", "created_at")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['query', 'cluster']) await queryRunner.query(`DROP TABLE "${table}"`);
    await dropKitTables(queryRunner);
  }
}
