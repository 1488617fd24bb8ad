import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a statement wrote, beside what it read. */
export class Writes1764200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "query" ADD "writes" jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query('ALTER TABLE "query" ALTER COLUMN "writes" DROP DEFAULT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "query" DROP COLUMN "writes"');
  }
}
