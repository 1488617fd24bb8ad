import aws from '@pulumi/aws';
import pulumi from '@pulumi/pulumi';
import { isDedicated, labelsOf } from './plan.ts';
import type { Cloud, Plan, Size } from './plan.ts';

export const machines: Record<Size, string> = { small: 'm6i.large', medium: 'm6i.xlarge', large: 'm6i.2xlarge', memory: 'r6i.xlarge' };

const tagsOf = (plan: Plan): Record<string, string> => ({ 'managed-by': 'pulumi', platform: plan.name });
const trust = (principal: object, action: string[]): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: principal, Action: action }] });

/** Three zones: private subnets for everything, public ones for the way out and for load balancers. */
function network(plan: Plan, tags: Record<string, string>) {
  const vpc = new aws.ec2.Vpc(plan.name, { cidrBlock: '10.20.0.0/16', enableDnsHostnames: true, enableDnsSupport: true, tags });
  const gateway = new aws.ec2.InternetGateway(plan.name, { vpcId: vpc.id, tags });
  const outward = new aws.ec2.RouteTable(`${plan.name}-public`, { vpcId: vpc.id, routes: [{ cidrBlock: '0.0.0.0/0', gatewayId: gateway.id }], tags });
  const zones = ['a', 'b', 'c'].map((letter, at) => ({ letter, at, zone: `${plan.region}${letter}` }));
  const publicly = zones.map(({ letter, at, zone }) => {
    const subnet = new aws.ec2.Subnet(`${plan.name}-public-${letter}`, { vpcId: vpc.id, availabilityZone: zone, cidrBlock: `10.20.${at}.0/24`, tags: { ...tags, 'kubernetes.io/role/elb': '1' } });
    new aws.ec2.RouteTableAssociation(`${plan.name}-public-${letter}`, { subnetId: subnet.id, routeTableId: outward.id });
    return subnet;
  });
  const address = new aws.ec2.Eip(plan.name, { domain: 'vpc', tags });
  const nat = new aws.ec2.NatGateway(plan.name, { allocationId: address.id, subnetId: publicly[0]!.id, tags }, { dependsOn: [gateway] });
  const inward = new aws.ec2.RouteTable(`${plan.name}-private`, { vpcId: vpc.id, routes: [{ cidrBlock: '0.0.0.0/0', natGatewayId: nat.id }], tags });
  const subnets = zones.map(({ letter, at, zone }) => {
    const subnet = new aws.ec2.Subnet(`${plan.name}-private-${letter}`, { vpcId: vpc.id, availabilityZone: zone, cidrBlock: `10.20.${32 + 32 * at}.0/19`, tags: { ...tags, 'kubernetes.io/role/internal-elb': '1' } });
    new aws.ec2.RouteTableAssociation(`${plan.name}-private-${letter}`, { subnetId: subnet.id, routeTableId: inward.id });
    return subnet;
  });
  return { vpc, subnetIds: subnets.map(({ id }) => id) };
}

type Network = ReturnType<typeof network>;

function cluster(plan: Plan, { subnetIds }: Network, tags: Record<string, string>) {
  const role = new aws.iam.Role(`${plan.name}-cluster`, { assumeRolePolicy: trust({ Service: 'eks.amazonaws.com' }, ['sts:AssumeRole']), managedPolicyArns: ['arn:aws:iam::aws:policy/AmazonEKSClusterPolicy'], tags });
  const eks = new aws.eks.Cluster(plan.name, {
    name: plan.name, version: plan.kubernetes, roleArn: role.arn, accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: true },
    vpcConfig: { subnetIds, endpointPrivateAccess: true, endpointPublicAccess: true }, enabledClusterLogTypes: ['audit', 'authenticator'], tags,
  });
  const node = new aws.iam.Role(`${plan.name}-node`, {
    assumeRolePolicy: trust({ Service: 'ec2.amazonaws.com' }, ['sts:AssumeRole']), tags,
    managedPolicyArns: ['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly'].map((policy) => `arn:aws:iam::aws:policy/${policy}`),
  });
  // A pod that asks a machine for its credentials gets no answer: one hop is the machine itself.
  const template = new aws.ec2.LaunchTemplate(`${plan.name}-node`, { metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 }, tags });
  const pools = Object.fromEntries(plan.pools.map((pool) => [pool.name, new aws.eks.NodeGroup(`${plan.name}-${pool.name}`, {
    clusterName: eks.name, nodeGroupName: pool.name, nodeRoleArn: node.arn, subnetIds, instanceTypes: [machines[pool.size]], capacityType: pool.spot ? 'SPOT' : 'ON_DEMAND',
    scalingConfig: { minSize: pool.min, maxSize: pool.max, desiredSize: Math.max(pool.min, 0) }, labels: labelsOf(pool),
    launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
    taints: isDedicated(pool) ? [{ key: 'dedicated', value: pool.purpose, effect: 'NO_SCHEDULE' }] : [], tags,
  // How many there are at the moment is the autoscaler's to say.
  }, { ignoreChanges: ['scalingConfig.desiredSize'] })] as const));
  // Network policies are enforced by the network plugin, and only when it is told to.
  new aws.eks.Addon(`${plan.name}-network`, { clusterName: eks.name, addonName: 'vpc-cni', configurationValues: JSON.stringify({ enableNetworkPolicy: 'true' }), tags });
  new aws.eks.Addon(`${plan.name}-identity`, { clusterName: eks.name, addonName: 'eks-pod-identity-agent', tags });
  return { eks, pools };
}

function bucketsOf(plan: Plan, tags: Record<string, string>) {
  return Object.fromEntries(plan.buckets.map((name) => {
    const id = `${plan.name}-${name}`;
    const bucket = new aws.s3.Bucket(id, { bucketPrefix: `${id}-`, tags }, { protect: true });
    new aws.s3.BucketPublicAccessBlock(id, { bucket: bucket.id, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true });
    new aws.s3.BucketVersioning(id, { bucket: bucket.id, versioningConfiguration: { status: 'Enabled' } });
    new aws.s3.BucketServerSideEncryptionConfiguration(id, { bucket: bucket.id, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' }, bucketKeyEnabled: true }] });
    return [name, bucket] as const;
  }));
}

/** The doors of the stores: the private network, one port each. */
function stores(plan: Plan, { vpc, subnetIds }: Network, password: pulumi.Input<string>, tags: Record<string, string>) {
  const door = (what: string, port: number) => new aws.ec2.SecurityGroup(`${plan.name}-${what}`, {
    vpcId: vpc.id, description: `${what}, from the private network only`, ingress: [{ protocol: 'tcp', fromPort: port, toPort: port, cidrBlocks: ['10.20.0.0/16'] }], tags,
  });
  const subnetGroup = new aws.rds.SubnetGroup(plan.name, { subnetIds, tags });
  const postgres = new aws.rds.Instance(plan.name, {
    engine: 'postgres', engineVersion: '18', instanceClass: `db.${machines[plan.postgres.size]}`, allocatedStorage: plan.postgres.storageGb, storageType: 'gp3', storageEncrypted: true,
    multiAz: plan.postgres.standby, publiclyAccessible: false, dbSubnetGroupName: subnetGroup.name, vpcSecurityGroupIds: [door('postgres', 5432).id], username: 'dataos', password,
    backupRetentionPeriod: 14, deletionProtection: true, skipFinalSnapshot: false, finalSnapshotIdentifier: `${plan.name}-last`, tags,
  }, { protect: true });
  const kafka = new aws.msk.Cluster(plan.name, {
    clusterName: plan.name, kafkaVersion: '3.8.x', numberOfBrokerNodes: plan.kafka.brokers, encryptionInfo: { encryptionInTransit: { clientBroker: 'TLS', inCluster: true } },
    brokerNodeGroupInfo: { instanceType: 'kafka.m5.large', clientSubnets: subnetIds, securityGroups: [door('kafka', 9096).id], storageInfo: { ebsStorageInfo: { volumeSize: plan.kafka.storageGb } } },
    clientAuthentication: { sasl: { scram: true }, unauthenticated: false }, tags,
  }, { protect: true });
  return { postgres, kafka };
}

function identitiesOf(plan: Plan, { eks }: ReturnType<typeof cluster>, buckets: ReturnType<typeof bucketsOf>, tags: Record<string, string>) {
  return Object.fromEntries(plan.identities.map(({ serviceAccount, buckets: names }) => {
    const id = `${plan.name}-${serviceAccount}`;
    const role = new aws.iam.Role(id, { assumeRolePolicy: trust({ Service: 'pods.eks.amazonaws.com' }, ['sts:AssumeRole', 'sts:TagSession']), tags });
    const arns = pulumi.all(names.map((name) => buckets[name]!.arn));
    new aws.iam.RolePolicy(id, {
      role: role.id,
      policy: arns.apply((all) => JSON.stringify({ Version: '2012-10-17', Statement: [
        { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: all },
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], Resource: all.map((arn) => `${arn}/*`) },
      ] })),
    });
    new aws.eks.PodIdentityAssociation(id, { clusterName: eks.name, namespace: plan.namespace, serviceAccount, roleArn: role.arn, tags });
    return [serviceAccount, role.arn] as const;
  }));
}

const mapOutputs = <T>(all: Record<string, T>, pick: (one: T) => pulumi.Output<string>): Record<string, pulumi.Output<string>> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, pick(one)]));

export const awsCloud: Cloud = {
  name: 'aws', region: 'us-east-1',
  build(plan, { postgresPassword }) {
    const tags = tagsOf(plan);
    const net = network(plan, tags);
    const made = cluster(plan, net, tags);
    const buckets = bucketsOf(plan, tags);
    const { postgres, kafka } = stores(plan, net, postgresPassword, tags);
    const zone = new aws.route53.Zone(plan.name, { name: plan.zone, tags });
    return {
      cluster: made.eks.name, endpoint: made.eks.endpoint, pools: mapOutputs(made.pools, (pool) => pool.nodeGroupName), buckets: mapOutputs(buckets, (bucket) => bucket.bucket),
      postgres: postgres.endpoint, kafka: kafka.bootstrapBrokersSaslScram, nameServers: zone.nameServers, identities: identitiesOf(plan, made, buckets, tags),
    };
  },
};
