import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a table becomes that is being replaced. */
export class Replacement1764600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "lake_relation" ADD "next" jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "lake_relation" DROP COLUMN "next"');
  }
}
