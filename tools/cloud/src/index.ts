/** The Pulumi program: `pulumi up` prints the estimate with its preview, before it asks. */
import pulumi from '@pulumi/pulumi';
import { clouds } from './clouds.ts';
import { cloudNames, defaultPlan, planFaults } from './plan.ts';
import type { CloudName } from './plan.ts';
import { printed } from './prices.ts';

const config = new pulumi.Config('dataos');
const name = config.require('cloud') as CloudName;
if (!cloudNames.includes(name)) throw new Error(`dataos:cloud is ${name}; there are ${cloudNames.join(', ')}`);
const cloud = clouds[name];
const plan = { ...defaultPlan(config.get('region') ?? cloud.region), ...config.getObject<object>('plan'), zone: config.get('zone') ?? 'dataos.example.com' };
const faults = planFaults(plan);
if (faults.length > 0) throw new Error(`The plan cannot be built:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
if (pulumi.runtime.isDryRun()) await pulumi.log.info(printed(name, plan));

const made = cloud.build(plan, { postgresPassword: config.requireSecret('postgresPassword') });
export const { cluster, endpoint, pools, buckets, postgres, kafka, nameServers, identities } = made;
