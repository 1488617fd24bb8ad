import { createKitTables, dropKitTables } from '@dataos/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['users', 'user_tags', 'api_keys', 'signing_keys', 'policies', 'policy_set', 'secrets', 'decisions'];

export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createKitTables(runner);
    await runner.query(`CREATE TABLE "users" ("id" text PRIMARY KEY, "name" text NOT NULL, "type" text NOT NULL, "email" text NOT NULL, "properties" jsonb NOT NULL, "created_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "user_tags" ("user_id" text NOT NULL, "tag" text NOT NULL, "assigner" text NOT NULL, "assigned_at" timestamptz NOT NULL, PRIMARY KEY ("user_id", "tag"))`);
    await runner.query(`CREATE TABLE "api_keys" ("user_id" text NOT NULL, "name" text NOT NULL, "hash" text NOT NULL, "description" text NOT NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, PRIMARY KEY ("user_id", "name"))`);
    await runner.query(`CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" ("hash")`);
    await runner.query(`CREATE TABLE "signing_keys" ("kid" text PRIMARY KEY, "public_jwk" jsonb NOT NULL, "sealed_jwk" text NOT NULL, "created_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "policies" ("name" text PRIMARY KEY, "kind" text NOT NULL, "layer" text NOT NULL, "built_in" boolean NOT NULL, "owner" text NOT NULL, "description" text NOT NULL, "tags" jsonb NOT NULL, "policy" jsonb NOT NULL, "revision" integer NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" text NOT NULL)`);
    await runner.query(`CREATE TABLE "policy_set" ("id" integer PRIMARY KEY, "revision" bigint NOT NULL)`);
    await runner.query(`INSERT INTO "policy_set" ("id", "revision") VALUES (1, 0)`);
    await runner.query(`CREATE TABLE "secrets" ("name" text PRIMARY KEY, "kind" text NOT NULL, "acl" text NOT NULL, "description" text NOT NULL, "owner" text NOT NULL, "keys" jsonb NOT NULL, "sealed" text NOT NULL, "updated_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "decisions" ("id" uuid PRIMARY KEY, "time" timestamptz NOT NULL, "subject" text NOT NULL, "view" jsonb NOT NULL)`);
    await runner.query(`CREATE INDEX "decisions_subject" ON "decisions" ("subject", "time")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE "${table}"`);
    await dropKitTables(runner);
  }
}
