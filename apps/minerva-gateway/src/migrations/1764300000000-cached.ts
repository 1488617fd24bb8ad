import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an answer was kept from an earlier query. */
export class Cached1764300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "query" ADD "cached" boolean');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "query" DROP COLUMN "cached"');
  }
}
