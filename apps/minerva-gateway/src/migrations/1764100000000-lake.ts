import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables and views of managed depots. */
export class Lake1764100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "lake_relation" (
      "name" text NOT NULL, "kind" text NOT NULL, "columns" jsonb NOT NULL, "column_tags" jsonb NOT NULL, "sql" text, "catalog" text, "schema" text,
      "owner" text NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "lake_relation_pk" PRIMARY KEY ("name"))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "lake_relation"');
  }
}
