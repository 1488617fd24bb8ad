import pulumi from '@pulumi/pulumi';
import type { Cloud, Foundation, Plan } from '../src/plan.ts';

/** Inputs of a resource, of any depth. */
export interface Inputs { readonly [key: string]: Inputs | undefined }
export interface Declared { readonly type: string; readonly name: string; readonly inputs: Inputs }

/** Outputs that a provider computes and others depend on, as a provider would answer. */
function answer({ type, name, inputs }: Declared): Record<string, unknown> {
  const id = `${name}-id`;
  return {
    ...inputs, arn: `arn:aws:mock:::${name}`, name: inputs['name'] ?? inputs['resourceName'] ?? inputs['accountName'] ?? name, bucket: name, endpoint: `https://${name}.example`, fqdn: `${name}.example`,
    email: `${name}@project.iam.example`, project: 'project', latestVersion: 1, nameServers: ['ns1.example'], clientId: id, principalId: `${id}-principal`, bootstrapBrokersSaslScram: `${name}:9096`,
    privateIpAddress: '10.0.0.5', fullyQualifiedDomainName: `${name}.postgres.example`, oidcIssuerProfile: { enabled: true, issuerURL: 'https://issuer.example' }, nodeGroupName: inputs['nodeGroupName'],
  };
}

/** Everything a plan declares at a cloud, by Pulumi's own mocks: the program runs, nothing is made. */
export async function declare(cloud: Cloud, plan: Plan): Promise<{ declared: Declared[]; made: Foundation }> {
  const declared: Declared[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      const one = { type, name, inputs };
      declared.push(one);
      return { id: `${name}-id`, state: answer(one) };
    },
    call: ({ inputs }) => inputs,
  }, 'dataos', 'test', false);
  let made: Foundation | undefined;
  await pulumi.runtime.runInPulumiStack(async () => { made = cloud.build(plan, { postgresPassword: pulumi.secret('p4ssw0rd') }); return {}; });
  if (made === undefined) throw new Error('nothing was built');
  await settle(made);
  const sorted = declared.filter(({ type }) => type !== 'pulumi:pulumi:Stack').sort((a, b) => `${a.type} ${a.name}`.localeCompare(`${b.type} ${b.name}`));
  return { declared: sorted, made };
}

export const value = <T>(output: pulumi.Output<T>): Promise<T> => new Promise((resolve) => { output.apply(resolve); });

/** Waits until every output is known, and what was declared by then with it. */
async function settle({ identities, pools, buckets, ...rest }: Foundation): Promise<void> {
  await Promise.all([...Object.values(identities), ...Object.values(pools), ...Object.values(buckets), ...Object.values(rest)].map((output) => value(output as pulumi.Output<unknown>)));
  await new Promise((resolve) => setTimeout(resolve, 200));
}
