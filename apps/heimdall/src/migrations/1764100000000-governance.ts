import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['tag_namespaces', 'roles', 'providers', 'atoms', 'use_cases', 'grants', 'grant_requests', 'changes', 'asset_tags', 'data_keys', 'audit_checkpoints'];
const NAMESPACES: [name: string, glob: string, type: string, description: string][] = [
  ['roles', 'roles:**', 'subject', 'Roles'], ['users', 'users:**', 'subject', 'Single users'], ['services', 'services:**', 'subject', 'Services of the platform'],
  ...['domain', 'layer', 'product', 'resource', 'system', 'type', 'workspace'].map((part): [string, string, string, string] => [`dataos-${part}`, `dataos:${part}:**`, 'object', `Objects by ${part}`]),
  ['dataos-info', 'dataos:info:**', 'inform', 'Free information without authority'],
];
const ROLES: [id: string, name: string, description: string][] = [
  ['user', 'User', 'Everybody'], ['data-dev', 'Data Dev', 'Data developers'], ['system-dev', 'System Dev', 'Platform developers'], ['operator', 'Operator', 'Administrators'],
  ['app-user', 'App User', 'Applications'], ['service', 'Service', 'Services of the platform'], ['depot-manager', 'Depot Manager', 'Manages depots'], ['depot-reader', 'Depot Reader', 'Reads depots'],
  ['pii-reader', 'PII Reader', 'Sees sensitive columns unmasked'],
];

export class Governance1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "users" ADD "federated_user_id" text, ADD "federated_connector_id" text`);
    await runner.query(`CREATE UNIQUE INDEX "users_federated" ON "users" ("federated_connector_id", "federated_user_id")`);
    await runner.query(`CREATE INDEX "user_tags_tag" ON "user_tags" ("tag")`);
    await runner.query(`ALTER TABLE "policies" ADD "expires_at" timestamptz, ADD "grant_id" text`);
    await runner.query(`CREATE INDEX "policies_expiry" ON "policies" ("expires_at")`);
    await runner.query(`CREATE INDEX "policies_grant" ON "policies" ("grant_id")`);
    // A policy past its time is out of force for every reader at once; the revision counts it, so that no replica goes on with a set that holds it.
    await runner.query(`CREATE VIEW "live_policies" AS SELECT * FROM "policies" WHERE "expires_at" IS NULL OR "expires_at" > now()`);
    await runner.query(`CREATE VIEW "live_policy_set" AS SELECT s."id", s."revision" + (SELECT count(*) FROM "policies" p WHERE p."expires_at" <= now()) AS "revision" FROM "policy_set" s`);
    await runner.query(`ALTER TABLE "decisions" ADD "asked" jsonb, ADD "position" bigint, ADD "hash" text`);
    await runner.query(`CREATE UNIQUE INDEX "decisions_position" ON "decisions" ("position")`);
    await runner.query(`ALTER TABLE "secrets" ADD "key_id" text NOT NULL DEFAULT 'file'`);
    await runner.query(`ALTER TABLE "secrets" ALTER "key_id" DROP DEFAULT`);
    await runner.query(`CREATE TABLE "data_keys" ("id" text PRIMARY KEY, "sealed" text NOT NULL, "created_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "tag_namespaces" ("name" text PRIMARY KEY, "glob" text NOT NULL, "type" text NOT NULL, "description" text NOT NULL, "built_in" boolean NOT NULL)`);
    await runner.query(`CREATE TABLE "roles" ("id" text PRIMARY KEY, "name" text NOT NULL, "description" text NOT NULL, "built_in" boolean NOT NULL)`);
    await runner.query(`CREATE TABLE "providers" ("id" text PRIMARY KEY, "name" text NOT NULL, "version" text NOT NULL, "description" text NOT NULL, "built_in" boolean NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "atoms" ("id" text PRIMARY KEY, "provider_id" text NOT NULL, "description" text NOT NULL, "predicate" text NOT NULL, "tags" jsonb NOT NULL, "paths" jsonb NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "use_cases" ("id" text PRIMARY KEY, "name" text NOT NULL, "description" text NOT NULL, "category" text NOT NULL, "atoms" jsonb NOT NULL, "use_cases" jsonb NOT NULL, "values" jsonb NOT NULL, "built_in" boolean NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "grants" ("id" text PRIMARY KEY, "use_case_id" text NOT NULL, "subjects" jsonb NOT NULL, "granters" jsonb NOT NULL, "values" jsonb NOT NULL, "expires_at" timestamptz, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE INDEX "grants_use_case" ON "grants" ("use_case_id")`);
    await runner.query(`CREATE TABLE "grant_requests" ("id" text PRIMARY KEY, "state" text NOT NULL, "use_case_id" text NOT NULL, "subjects" jsonb NOT NULL, "values" jsonb NOT NULL, "notes" text NOT NULL, "requester" text NOT NULL, "source" text NOT NULL, "creator" text NOT NULL, "decision" text, "grant_id" text, "duration" integer, "created_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE "changes" ("id" uuid PRIMARY KEY, "subject_id" text NOT NULL, "object_id" text NOT NULL, "object_type" text NOT NULL, "what" text NOT NULL, "details" text NOT NULL, "created_at" timestamptz NOT NULL)`);
    await runner.query(`CREATE INDEX "changes_object" ON "changes" ("object_type", "object_id")`);
    await runner.query(`CREATE TABLE "asset_tags" ("asset_key" text NOT NULL, "tag_fqn" text NOT NULL, "asset_fqn" text NOT NULL, "asset_type" text NOT NULL, "group_id" text NOT NULL, "created_at" timestamptz NOT NULL, "updated_at" timestamptz NOT NULL, PRIMARY KEY ("asset_key", "tag_fqn"))`);
    await runner.query(`CREATE INDEX "asset_tags_group" ON "asset_tags" ("group_id")`);
    await runner.query(`CREATE TABLE "audit_checkpoints" ("position" bigint PRIMARY KEY, "hash" text NOT NULL, "signed" text NOT NULL, "time" timestamptz NOT NULL)`);
    for (const row of NAMESPACES) await runner.query(`INSERT INTO "tag_namespaces" VALUES ($1, $2, $3, $4, true)`, row);
    for (const row of ROLES) await runner.query(`INSERT INTO "roles" VALUES ($1, $2, $3, true)`, row);
    // Roles that users were given before there was a list of them.
    await runner.query(`INSERT INTO "roles" SELECT DISTINCT substr("tag", 10), substr("tag", 10), '', false FROM "user_tags" WHERE "tag" LIKE 'roles:id:%' ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE "${table}"`);
    await runner.query(`ALTER TABLE "secrets" DROP "key_id"`);
    await runner.query(`DROP INDEX "decisions_position"`);
    await runner.query(`ALTER TABLE "decisions" DROP "hash", DROP "position", DROP "asked"`);
    await runner.query(`DROP VIEW "live_policy_set"`);
    await runner.query(`DROP VIEW "live_policies"`);
    await runner.query(`ALTER TABLE "policies" DROP "grant_id", DROP "expires_at"`);
    await runner.query(`DROP INDEX "user_tags_tag"`);
    await runner.query(`ALTER TABLE "users" DROP "federated_connector_id", DROP "federated_user_id"`);
  }
}
