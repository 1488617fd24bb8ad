import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came from where, of queries that write, and whom to tell. */
export class Trace1764500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "query" ADD "trace" jsonb, ADD "trace_due" TIMESTAMP WITH TIME ZONE');
    await queryRunner.query('CREATE INDEX "query_trace_due" ON "query" ("trace_due") WHERE trace_due IS NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "query" DROP COLUMN "trace_due", DROP COLUMN "trace"');
  }
}
