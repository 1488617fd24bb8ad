import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins of Trino clients through a browser. */
export class ExternalSignIn1764400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "external_sign_in" (
      "link" text NOT NULL, "state_hash" text, "browser_hash" text NOT NULL, "verifier" text NOT NULL, "nonce" text NOT NULL, "redirect_uri" text NOT NULL,
      "sealed" text, "failure" text, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "external_sign_in_pk" PRIMARY KEY ("link"))`);
    await queryRunner.query('CREATE UNIQUE INDEX "external_sign_in_state" ON "external_sign_in" ("state_hash")');
    await queryRunner.query('CREATE INDEX "external_sign_in_expires" ON "external_sign_in" ("expires_at")');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "external_sign_in"');
  }
}
