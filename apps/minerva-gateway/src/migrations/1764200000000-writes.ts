import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a statement wrote, beside what it read; it may be missing, as a gateway of the release before leaves it. */
export class Writes1764200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "query" ADD "writes" jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "query" DROP COLUMN "writes"');
  }
}
