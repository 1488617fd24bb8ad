import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clouds } from '../src/clouds.ts';
import { cloudNames, defaultPlan, labelsOf } from '../src/plan.ts';
import type { CloudName, Plan } from '../src/plan.ts';
import { declare, value } from './declared.ts';
import type { Declared, Inputs } from './declared.ts';

/** Where each cloud keeps what the plan asks for. */
const types: Record<CloudName, Record<'cluster' | 'pool' | 'bucket' | 'postgres' | 'kafka' | 'zone', RegExp>> = {
  aws: { cluster: /^aws:eks\/cluster:/, pool: /^aws:eks\/nodeGroup:/, bucket: /^aws:s3\/bucket:/, postgres: /^aws:rds\/instance:/, kafka: /^aws:msk\/cluster:/, zone: /^aws:route53\/zone:/ },
  gcp: { cluster: /^gcp:container\/cluster:/, pool: /^gcp:container\/nodePool:/, bucket: /^gcp:storage\/bucket:/, postgres: /^gcp:sql\/databaseInstance:/, kafka: /^gcp:managedkafka\/cluster:/, zone: /^gcp:dns\/managedZone:/ },
  azure: { cluster: /:ManagedCluster$/, pool: /:AgentPool$/, bucket: /:BlobContainer$/, postgres: /dbforpostgresql:Server$/, kafka: /eventhub:Namespace$/, zone: /:dns:Zone$/ },
};

const plan = (name: CloudName): Plan => defaultPlan(clouds[name].region);
const text = (declared: readonly Declared[]): string => JSON.stringify(declared);

// One after the other: Pulumi's mocks are of the whole process.
const foundations = new Map<CloudName, Awaited<ReturnType<typeof declare>>>();
for (const name of cloudNames) foundations.set(name, await declare(clouds[name], plan(name)));

for (const [name, { declared, made }] of foundations) {
  void describe(`the foundation at ${name}`, () => {
    const of = (what: keyof (typeof types)['aws']): Declared[] => declared.filter(({ type }) => types[name][what].test(type));
    const one = (what: keyof (typeof types)['aws']): Inputs => {
      assert.equal(of(what).length, 1, `${what}: ${of(what).length}`);
      return of(what)[0]!.inputs;
    };

    void it('has all that the plan asks for, once', async () => {
      for (const what of ['cluster', 'postgres', 'kafka', 'zone'] as const) one(what);
      // Azure's first pool is part of the cluster.
      assert.equal(of('pool').length, plan(name).pools.length - (name === 'azure' ? 1 : 0));
      assert.equal(of('bucket').length, 2);
      assert.deepEqual(Object.keys(made.pools).sort(), plan(name).pools.map((pool) => pool.name).sort());
      assert.deepEqual(Object.keys(made.buckets).sort(), ['history', 'lake']);
      assert.deepEqual(Object.keys(made.identities).sort(), plan(name).identities.map(({ serviceAccount }) => serviceAccount).sort());
      assert.match(await value(made.postgres), /\S/);
      assert.match(await value(made.kafka), /:90\d\d$/);
      assert.deepEqual(await value(made.nameServers), ['ns1.example']);
    });

    void it('labels the machines of each compute resource, and keeps other work off them', () => {
      for (const pool of plan(name).pools) {
        const found = text(declared.filter(({ inputs }) => text([{ type: '', name: '', inputs }]).includes(`"dataos.io/compute":"${pool.name}"`)));
        for (const [label, wanted] of Object.entries(labelsOf(pool))) assert.ok(found.includes(`"${label}":"${wanted}"`), `${pool.name}: ${label}`);
        const dedicated = name === 'azure' ? `dedicated=${pool.purpose}:NoSchedule` : `"key":"dedicated","value":"${pool.purpose}"`;
        const sorted = found.replaceAll(/"effect":"NO_SCHEDULE","key":"dedicated"/g, '"key":"dedicated"');
        assert.equal(sorted.includes(dedicated), pool.purpose !== 'platform', `${pool.name}: ${sorted.slice(0, 2_000)}`);
      }
    });

    void it('keeps the objects from everybody', () => {
      const all = text(declared);
      const closed: Record<CloudName, RegExp[]> = {
        aws: [/"blockPublicAcls":true,"blockPublicPolicy":true/, /"sseAlgorithm":"aws:kms"/],
        gcp: [/"publicAccessPrevention":"enforced"/, /"uniformBucketLevelAccess":true/],
        azure: [/"allowBlobPublicAccess":false/, /"allowSharedKeyAccess":false/, /"publicAccess":"None"/],
      };
      for (const pattern of closed[name]) assert.match(all, pattern);
    });

    void it('keeps the database in the private network, with a standby and backups of two weeks', () => {
      const inputs = one('postgres');
      const wanted: Record<CloudName, [unknown, unknown][]> = {
        aws: [[inputs['publiclyAccessible'], false], [inputs['storageEncrypted'], true], [inputs['multiAz'], true], [inputs['backupRetentionPeriod'], 14], [inputs['deletionProtection'], true]],
        gcp: [[inputs['settings']?.ipConfiguration?.ipv4Enabled, false], [inputs['settings']?.availabilityType, 'REGIONAL'], [inputs['settings']?.backupConfiguration?.backupRetentionSettings?.retainedBackups, 14], [inputs['deletionProtection'], true]],
        azure: [[inputs['network']?.delegatedSubnetResourceId, 'dataos-database-id'], [inputs['highAvailability']?.mode, 'ZoneRedundant'], [inputs['backup']?.backupRetentionDays, 14]],
      };
      for (const [found, expected] of wanted[name]) assert.deepEqual(found, expected);
    });

    void it('lets nobody at Kafka without TLS', () => {
      const inputs = one('kafka');
      if (name === 'aws') assert.deepEqual([inputs['encryptionInfo']?.encryptionInTransit?.clientBroker, inputs['clientAuthentication']?.unauthenticated], ['TLS', false]);
      if (name === 'azure') assert.deepEqual([inputs['minimumTlsVersion'], inputs['publicNetworkAccess']], ['1.2', 'Disabled']);
      // Google's service knows no other way; it is reached from the private subnet alone.
      if (name === 'gcp') assert.equal(inputs['gcpConfig']?.accessConfig?.networkConfigs?.length, 1);
    });

    void it('gives each service account its own identity and its own buckets, and no key', () => {
      const all = text(declared);
      for (const { serviceAccount } of plan(name).identities) {
        const trusted = { aws: `"serviceAccount":"${serviceAccount}"`, gcp: `[dataos/${serviceAccount}]`, azure: `system:serviceaccount:dataos:${serviceAccount}` }[name];
        assert.ok(all.includes(trusted), serviceAccount);
      }
      assert.doesNotMatch(declared.map(({ type }) => type).join(' '), /accessKey|serviceaccount\/key|:ApiKey/i);
      const granted = declared.filter((entry) => /rolePolicy:|bucketIAMMember:|RoleAssignment$/.test(entry.type) && entry.name.includes('operations'));
      assert.equal(granted.length, 1);
      assert.match(text(granted), /history/);
      assert.doesNotMatch(text(granted), /lake/);
    });

    void it('enforces network policies', () => {
      const told = { aws: /enableNetworkPolicy/, gcp: /ADVANCED_DATAPATH/, azure: /"networkPolicy":"cilium"/ }[name];
      assert.match(text(declared), told);
    });

    void it('declares the same again from the same plan, so that a second run changes nothing', async () => {
      const again = await declare(clouds[name], plan(name));
      assert.deepEqual(again.declared, declared);
      assert.equal(new Set(declared.map((entry) => `${entry.type} ${entry.name}`)).size, declared.length);
    });

    void it('follows the plan: one more compute resource is one more pool, and nothing else changes', async () => {
      const gpu = { name: 'query-large', purpose: 'query', size: 'large', min: 0, max: 2, spot: true } as const;
      const { declared: more } = await declare(clouds[name], { ...plan(name), pools: [...plan(name).pools, gpu] });
      const added = more.filter((entry) => !declared.some(({ type, name: known }) => type === entry.type && known === entry.name));
      assert.deepEqual(added.map((entry) => entry.name), ['dataos-query-large']);
      assert.deepEqual(more.filter((entry) => !added.includes(entry)), declared);
    });
  });
}
