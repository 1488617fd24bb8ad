import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownResources1764000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE "known_resources" ("type" text NOT NULL, "id" text NOT NULL, "properties" jsonb NOT NULL, PRIMARY KEY ("type", "id"))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "known_resources"');
  }
}
