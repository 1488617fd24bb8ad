import { createKitTables, dropKitTables } from '@dataos/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms, sources and statements. */
export class Graph1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    await queryRunner.query(`CREATE TABLE "term" (
      "id" SERIAL NOT NULL, "digest" text NOT NULL, "kind" text NOT NULL, "value" text NOT NULL, "datatype" text NOT NULL, "language" text NOT NULL,
      CONSTRAINT "term_pk" PRIMARY KEY ("id"))`);
    await queryRunner.query('CREATE UNIQUE INDEX "term_digest" ON "term" ("digest")');
    await queryRunner.query(`CREATE TABLE "source" (
      "id" SERIAL NOT NULL, "key" text NOT NULL, "event_time" TIMESTAMP WITH TIME ZONE NOT NULL, "event_id" uuid NOT NULL,
      CONSTRAINT "source_pk" PRIMARY KEY ("id"))`);
    await queryRunner.query('CREATE UNIQUE INDEX "source_key" ON "source" ("key")');
    await queryRunner.query(`CREATE TABLE "quad" (
      "s" integer NOT NULL, "p" integer NOT NULL, "o" integer NOT NULL, "g" integer NOT NULL, "source" integer NOT NULL,
      CONSTRAINT "quad_pk" PRIMARY KEY ("s", "p", "o", "g", "source"))`);
    await queryRunner.query('CREATE INDEX "quad_pos" ON "quad" ("p", "o", "s")');
    await queryRunner.query('CREATE INDEX "quad_osp" ON "quad" ("o", "s", "p")');
    await queryRunner.query('CREATE INDEX "quad_source" ON "quad" ("source")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['quad', 'source', 'term']) await queryRunner.query(`DROP TABLE "${table}"`);
    await dropKitTables(queryRunner);
  }
}
