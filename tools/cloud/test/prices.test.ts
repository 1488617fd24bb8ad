import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cloudNames, defaultPlan, planFaults } from '../src/plan.ts';
import { estimate, prices, pricesOf, printed } from '../src/prices.ts';

const plan = defaultPlan('us-east-1');
const near = (found: number, expected: number): void => assert.ok(Math.abs(found - expected) < 0.01, `${found} is not ${expected}`);

void describe('the estimate', () => {
  void it('is what one reckons by hand', () => {
    const { lines, from, to } = estimate('aws', plan);
    const of = (start: string) => lines.find(({ what }) => what.startsWith(start))!;
    near(of('cluster').from, 73);
    near(of('pool platform').from, 2 * 0.192 * 730);
    near(of('pool platform').to, 6 * 0.192 * 730);
    near(of('pool runnable-default').from, 0);
    near(of('pool runnable-default').to, 10 * 0.192 * 0.4 * 730);
    near(of('PostgreSQL').from, 2 * (0.178 * 730 + 0.115 * 100));
    near(of('Kafka').from, 3 * (0.21 * 730 + 0.10 * 100));
    near(from, lines.reduce((sum, line) => sum + line.from, 0));
    assert.ok(to > from);
  });

  void it('grows with the plan at every cloud', () => {
    for (const cloud of cloudNames) {
      const base = estimate(cloud, plan);
      const larger = estimate(cloud, { ...plan, postgres: { ...plan.postgres, size: 'large' } });
      const without = estimate(cloud, { ...plan, postgres: { ...plan.postgres, standby: false } });
      assert.ok(larger.from > base.from && without.from < base.from, cloud);
      assert.ok(base.from > 300 && base.to < 10_000, `${cloud}: ${base.from} to ${base.to}`);
    }
  });

  void it('says of when and of where its prices are', () => {
    assert.match(pricesOf, /^\d{4}-\d{2}$/);
    assert.ok(printed('gcp', defaultPlan(prices.gcp.region)).includes(`list prices of ${pricesOf}`));
    assert.match(printed('azure', plan), /from memory.*verify at https:/);
    assert.match(printed('gcp', defaultPlan('europe-west1')), /prices are those of us-central1, not of europe-west1/);
    assert.doesNotMatch(printed('aws', plan), /those of/);
  });
});

void describe('a plan', () => {
  void it('of which nothing can be said is the default one', () => assert.deepEqual(planFaults(plan), []));

  void it('that cannot be built says all that is wrong with it', () => {
    const faults = planFaults({
      ...plan, name: 'Data OS', buckets: ['lake', 'lake'], kafka: { brokers: 1, storageGb: 1 },
      pools: [{ ...plan.pools[0]!, min: 3, max: 2, spot: true }], identities: [{ serviceAccount: 'poros', buckets: ['sea'] }],
    });
    assert.deepEqual(faults, [
      'the name "Data OS" must have 2 to 20 of a-z, 0-9 and -, a letter first', 'bucket lake is there twice', 'pool platform: from 3 to 2 machines is no range',
      'the services need a pool of purpose platform that is never empty and not spot', 'kafka: below three brokers nothing survives the loss of one', 'identity poros: there is no bucket sea',
    ]);
  });
});
