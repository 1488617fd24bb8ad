import gcp from '@pulumi/gcp';
import pulumi from '@pulumi/pulumi';
import { isDedicated, labelsOf } from './plan.ts';
import type { Cloud, Plan, Size } from './plan.ts';

export const machines: Record<Size, string> = { small: 'n2-standard-2', medium: 'n2-standard-4', large: 'n2-standard-8', memory: 'n2-highmem-4' };
/** Cloud SQL counts processors and MiB. */
const databases: Record<Size, string> = { small: 'db-custom-2-8192', medium: 'db-custom-4-16384', large: 'db-custom-8-32768', memory: 'db-custom-4-26624' };

const labels = (plan: Plan): Record<string, string> => ({ 'managed-by': 'pulumi', platform: plan.name });

/** One subnet with ranges for pods and services, a way out without public addresses, and a private way to the managed database. */
function network(plan: Plan) {
  const vpc = new gcp.compute.Network(plan.name, { name: plan.name, autoCreateSubnetworks: false });
  const subnet = new gcp.compute.Subnetwork(plan.name, {
    name: plan.name, network: vpc.id, region: plan.region, ipCidrRange: '10.20.0.0/20', privateIpGoogleAccess: true,
    secondaryIpRanges: [{ rangeName: 'pods', ipCidrRange: '10.32.0.0/14' }, { rangeName: 'services', ipCidrRange: '10.36.0.0/20' }],
  });
  const router = new gcp.compute.Router(plan.name, { name: plan.name, network: vpc.id, region: plan.region });
  new gcp.compute.RouterNat(plan.name, { name: plan.name, router: router.name, region: plan.region, natIpAllocateOption: 'AUTO_ONLY', sourceSubnetworkIpRangesToNat: 'ALL_SUBNETWORKS_ALL_IP_RANGES' });
  const range = new gcp.compute.GlobalAddress(`${plan.name}-managed`, { name: `${plan.name}-managed`, purpose: 'VPC_PEERING', addressType: 'INTERNAL', prefixLength: 20, network: vpc.id });
  const peering = new gcp.servicenetworking.Connection(plan.name, { network: vpc.id, service: 'servicenetworking.googleapis.com', reservedPeeringRanges: [range.name] });
  return { vpc, subnet, peering };
}

type Network = ReturnType<typeof network>;

function cluster(plan: Plan, { vpc, subnet }: Network) {
  const node = new gcp.serviceaccount.Account(`${plan.name}-node`, { accountId: `${plan.name}-node`, displayName: 'Machines of the cluster' });
  for (const role of ['roles/logging.logWriter', 'roles/monitoring.metricWriter', 'roles/artifactregistry.reader']) {
    new gcp.projects.IAMMember(`${plan.name}-node-${role.split('/')[1]}`, { project: node.project, role, member: pulumi.interpolate`serviceAccount:${node.email}` });
  }
  const gke = new gcp.container.Cluster(plan.name, {
    name: plan.name, location: plan.region, minMasterVersion: plan.kubernetes, network: vpc.id, subnetwork: subnet.id, removeDefaultNodePool: true, initialNodeCount: 1,
    ipAllocationPolicy: { clusterSecondaryRangeName: 'pods', servicesSecondaryRangeName: 'services' },
    privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: false, masterIpv4CidrBlock: '172.16.0.0/28' },
    // The data plane that enforces network policies.
    datapathProvider: 'ADVANCED_DATAPATH', workloadIdentityConfig: { workloadPool: pulumi.interpolate`${node.project}.svc.id.goog` },
    releaseChannel: { channel: 'REGULAR' }, deletionProtection: true, resourceLabels: labels(plan),
  });
  const pools = Object.fromEntries(plan.pools.map((pool) => [pool.name, new gcp.container.NodePool(`${plan.name}-${pool.name}`, {
    name: pool.name, cluster: gke.id, location: plan.region, autoscaling: { totalMinNodeCount: pool.min, totalMaxNodeCount: pool.max, locationPolicy: 'BALANCED' },
    nodeConfig: {
      machineType: machines[pool.size], spot: pool.spot, labels: labelsOf(pool), resourceLabels: labels(plan), serviceAccount: node.email, oauthScopes: ['https://www.googleapis.com/auth/cloud-platform'],
      taints: isDedicated(pool) ? [{ key: 'dedicated', value: pool.purpose, effect: 'NO_SCHEDULE' }] : [],
      workloadMetadataConfig: { mode: 'GKE_METADATA' }, shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    },
    management: { autoRepair: true, autoUpgrade: true },
  })] as const));
  return { gke, pools, project: node.project };
}

function bucketsOf(plan: Plan, project: pulumi.Output<string>) {
  return Object.fromEntries(plan.buckets.map((name) => [name, new gcp.storage.Bucket(`${plan.name}-${name}`, {
    // Names of buckets are shared by everybody; that of the project is not.
    name: pulumi.interpolate`${project}-${plan.name}-${name}`, location: plan.region, uniformBucketLevelAccess: true, publicAccessPrevention: 'enforced',
    versioning: { enabled: true }, labels: labels(plan),
  }, { protect: true })] as const));
}

function stores(plan: Plan, { vpc, subnet, peering }: Network, password: pulumi.Input<string>) {
  const postgres = new gcp.sql.DatabaseInstance(plan.name, {
    name: plan.name, databaseVersion: 'POSTGRES_18', region: plan.region, deletionProtection: true,
    settings: {
      edition: 'ENTERPRISE', tier: databases[plan.postgres.size], availabilityType: plan.postgres.standby ? 'REGIONAL' : 'ZONAL', diskType: 'PD_SSD', diskSize: plan.postgres.storageGb, diskAutoresize: true,
      ipConfiguration: { ipv4Enabled: false, privateNetwork: vpc.id, sslMode: 'ENCRYPTED_ONLY' }, userLabels: labels(plan),
      backupConfiguration: { enabled: true, pointInTimeRecoveryEnabled: true, backupRetentionSettings: { retainedBackups: 14 } },
    },
  }, { dependsOn: [peering], protect: true });
  new gcp.sql.User(plan.name, { name: 'dataos', instance: postgres.name, password });
  const kafka = new gcp.managedkafka.Cluster(plan.name, {
    clusterId: plan.name, location: plan.region, labels: labels(plan),
    // At least three processors; the service spreads brokers over zones and grows their disks by itself.
    capacityConfig: { vcpuCount: String(plan.kafka.brokers), memoryBytes: String(plan.kafka.brokers * 4 * 1024 ** 3) },
    gcpConfig: { accessConfig: { networkConfigs: [{ subnet: subnet.id }] } }, rebalanceConfig: { mode: 'AUTO_REBALANCE_ON_SCALE_UP' },
  }, { protect: true });
  return { postgres, kafka };
}

function identitiesOf(plan: Plan, project: pulumi.Output<string>, buckets: ReturnType<typeof bucketsOf>) {
  return Object.fromEntries(plan.identities.map(({ serviceAccount, buckets: names }) => {
    const account = new gcp.serviceaccount.Account(`${plan.name}-${serviceAccount}`, { accountId: `${plan.name}-${serviceAccount}`, displayName: `${serviceAccount} of ${plan.name}` });
    new gcp.serviceaccount.IAMBinding(`${plan.name}-${serviceAccount}`, {
      serviceAccountId: account.name, role: 'roles/iam.workloadIdentityUser', members: [pulumi.interpolate`serviceAccount:${project}.svc.id.goog[${plan.namespace}/${serviceAccount}]`],
    });
    for (const name of names) {
      new gcp.storage.BucketIAMMember(`${plan.name}-${serviceAccount}-${name}`, { bucket: buckets[name]!.name, role: 'roles/storage.objectUser', member: pulumi.interpolate`serviceAccount:${account.email}` });
    }
    return [serviceAccount, account.email] as const;
  }));
}

const mapOutputs = <T>(all: Record<string, T>, pick: (one: T) => pulumi.Output<string>): Record<string, pulumi.Output<string>> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, pick(one)]));

export const gcpCloud: Cloud = {
  name: 'gcp', region: 'us-central1',
  build(plan, { postgresPassword }) {
    const net = network(plan);
    const made = cluster(plan, net);
    const buckets = bucketsOf(plan, made.project);
    const { postgres, kafka } = stores(plan, net, postgresPassword);
    const zone = new gcp.dns.ManagedZone(plan.name, { name: plan.name, dnsName: `${plan.zone}.`, description: `Names of ${plan.name}`, labels: labels(plan) });
    return {
      cluster: made.gke.name, endpoint: made.gke.endpoint, pools: mapOutputs(made.pools, (pool) => pool.name), buckets: mapOutputs(buckets, (bucket) => bucket.name),
      postgres: pulumi.interpolate`${postgres.privateIpAddress}:5432`, kafka: pulumi.interpolate`bootstrap.${kafka.clusterId}.${plan.region}.managedkafka.${made.project}.cloud.goog:9092`,
      nameServers: zone.nameServers, identities: identitiesOf(plan, made.project, buckets),
    };
  },
};
