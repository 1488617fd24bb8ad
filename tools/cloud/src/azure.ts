import azure from '@pulumi/azure-native';
import pulumi from '@pulumi/pulumi';
import { isDedicated, labelsOf } from './plan.ts';
import type { Cloud, Plan, Size } from './plan.ts';

export const machines: Record<Size, string> = { small: 'Standard_D2s_v5', medium: 'Standard_D4s_v5', large: 'Standard_D8s_v5', memory: 'Standard_E4s_v5' };
const databases: Record<Size, string> = { small: 'Standard_D2ds_v5', medium: 'Standard_D4ds_v5', large: 'Standard_D8ds_v5', memory: 'Standard_E4ds_v5' };
/** Storage Blob Data Contributor, the same id everywhere. */
const blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe';

const tagsOf = (plan: Plan): Record<string, string> => ({ 'managed-by': 'pulumi', platform: plan.name });
/** Names of pools have 12 letters at most and no dash: the purpose, and where it stands in the plan. */
const poolName = (plan: Plan, name: string): string => {
  const at = plan.pools.findIndex((pool) => pool.name === name);
  return `${plan.pools[at]?.purpose.slice(0, 8) ?? 'pool'}${at}`;
};

function network(plan: Plan, group: pulumi.Output<string>, tags: Record<string, string>) {
  const vnet = new azure.network.VirtualNetwork(plan.name, { virtualNetworkName: plan.name, resourceGroupName: group, addressSpace: { addressPrefixes: ['10.20.0.0/16'] }, tags });
  // The network takes one change at a time, so each subnet waits for the one before it.
  const subnet = (name: string, addressPrefix: string, after: pulumi.Resource, delegation?: string) => new azure.network.Subnet(`${plan.name}-${name}`, {
    subnetName: name, resourceGroupName: group, virtualNetworkName: vnet.name, addressPrefix,
    ...(delegation === undefined ? {} : { delegations: [{ name: 'managed', serviceName: delegation }] }),
  }, { dependsOn: [after] });
  const nodes = subnet('nodes', '10.20.0.0/20', vnet);
  return { vnet, nodes, database: subnet('database', '10.20.16.0/24', nodes, 'Microsoft.DBforPostgreSQL/flexibleServers') };
}

type Network = ReturnType<typeof network>;

function cluster(plan: Plan, group: pulumi.Output<string>, { nodes }: Network, tags: Record<string, string>) {
  const profile = (name: string) => {
    const pool = plan.pools.find((one) => one.name === name)!;
    return {
      vmSize: machines[pool.size], count: pool.min, minCount: pool.min, maxCount: pool.max, enableAutoScaling: true, vnetSubnetID: nodes.id, osType: 'Linux' as const,
      nodeLabels: labelsOf(pool), nodeTaints: isDedicated(pool) ? [`dedicated=${pool.purpose}:NoSchedule`] : [], availabilityZones: ['1', '2', '3'],
    };
  };
  const [system, ...others] = [...plan.pools].sort((a, b) => Number(isDedicated(a)) - Number(isDedicated(b)));
  const aks = new azure.containerservice.ManagedCluster(plan.name, {
    resourceName: plan.name, resourceGroupName: group, dnsPrefix: plan.name, kubernetesVersion: plan.kubernetes, enableRBAC: true, disableLocalAccounts: true,
    aadProfile: { managed: true, enableAzureRBAC: true }, identity: { type: 'SystemAssigned' }, sku: { name: 'Base', tier: 'Standard' }, tags,
    // The data plane that enforces network policies.
    networkProfile: { networkPlugin: 'azure', networkPluginMode: 'overlay', networkDataplane: 'cilium', networkPolicy: 'cilium', podCidr: '10.32.0.0/14', serviceCidr: '10.36.0.0/20', dnsServiceIP: '10.36.0.10' },
    oidcIssuerProfile: { enabled: true }, securityProfile: { workloadIdentity: { enabled: true } },
    agentPoolProfiles: [{ name: poolName(plan, system!.name), mode: 'System', ...profile(system!.name) }],
  // How many there are at the moment is the autoscaler's to say; the other pools are resources of their own.
  }, { ignoreChanges: ['agentPoolProfiles'] });
  const pools = Object.fromEntries(others.map((pool) => [pool.name, new azure.containerservice.AgentPool(`${plan.name}-${pool.name}`, {
    agentPoolName: poolName(plan, pool.name), resourceName: aks.name, resourceGroupName: group, mode: 'User', ...profile(pool.name),
    ...(pool.spot ? { scaleSetPriority: 'Spot', scaleSetEvictionPolicy: 'Delete', spotMaxPrice: -1 } : {}), tags,
  }, { ignoreChanges: ['count'] })] as const));
  return { aks, pools, system: system!.name };
}

function bucketsOf(plan: Plan, group: pulumi.Output<string>, tags: Record<string, string>) {
  // Names of accounts are shared by everybody and have no dash, so this one is made of the name and left to the provider to complete.
  const account = new azure.storage.StorageAccount(plan.name.replaceAll('-', ''), {
    resourceGroupName: group, kind: 'StorageV2', sku: { name: 'Standard_ZRS' }, isHnsEnabled: true, allowBlobPublicAccess: false, allowSharedKeyAccess: false,
    enableHttpsTrafficOnly: true, minimumTlsVersion: 'TLS1_2', tags,
  }, { protect: true });
  const containers = Object.fromEntries(plan.buckets.map((name) => [name, new azure.storage.BlobContainer(`${plan.name}-${name}`, { containerName: name, accountName: account.name, resourceGroupName: group, publicAccess: 'None' }, { protect: true })] as const));
  return { account, containers };
}

function stores(plan: Plan, group: pulumi.Output<string>, { vnet, database }: Network, password: pulumi.Input<string>, tags: Record<string, string>) {
  const zone = new azure.privatedns.PrivateZone(`${plan.name}-postgres`, { privateZoneName: `${plan.name}.private.postgres.database.azure.com`, resourceGroupName: group, location: 'global', tags });
  const link = new azure.privatedns.VirtualNetworkLink(`${plan.name}-postgres`, { virtualNetworkLinkName: plan.name, privateZoneName: zone.name, resourceGroupName: group, location: 'global', virtualNetwork: { id: vnet.id }, registrationEnabled: false, tags });
  const postgres = new azure.dbforpostgresql.Server(plan.name, {
    serverName: plan.name, resourceGroupName: group, version: '18', createMode: 'Default', administratorLogin: 'dataos', administratorLoginPassword: password,
    sku: { name: databases[plan.postgres.size], tier: plan.postgres.size === 'memory' ? 'MemoryOptimized' : 'GeneralPurpose' }, storage: { storageSizeGB: plan.postgres.storageGb, autoGrow: 'Enabled' },
    highAvailability: { mode: plan.postgres.standby ? 'ZoneRedundant' : 'Disabled' }, backup: { backupRetentionDays: 14 },
    network: { delegatedSubnetResourceId: database.id, privateDnsZoneArmResourceId: zone.id }, tags,
  }, { dependsOn: [link], protect: true });
  // Event Hubs speaks Kafka's protocol; Premium, since compacted topics and long retention need it.
  const kafka = new azure.eventhub.Namespace(`${plan.name}-kafka`, {
    resourceGroupName: group, sku: { name: 'Premium', tier: 'Premium', capacity: 1 }, kafkaEnabled: true, minimumTlsVersion: '1.2', publicNetworkAccess: 'Disabled', disableLocalAuth: false, tags,
  }, { protect: true });
  return { postgres, kafka };
}

function identitiesOf(plan: Plan, group: pulumi.Output<string>, { aks }: ReturnType<typeof cluster>, { containers }: ReturnType<typeof bucketsOf>, tags: Record<string, string>) {
  return Object.fromEntries(plan.identities.map(({ serviceAccount, buckets: names }) => {
    const id = `${plan.name}-${serviceAccount}`;
    const identity = new azure.managedidentity.UserAssignedIdentity(id, { resourceName: id, resourceGroupName: group, tags });
    new azure.managedidentity.FederatedIdentityCredential(id, {
      federatedIdentityCredentialResourceName: serviceAccount, resourceName: identity.name, resourceGroupName: group, audiences: ['api://AzureADTokenExchange'],
      issuer: aks.oidcIssuerProfile.apply((profile) => profile?.issuerURL ?? ''), subject: `system:serviceaccount:${plan.namespace}:${serviceAccount}`,
    });
    for (const name of names) {
      new azure.authorization.RoleAssignment(`${id}-${name}`, {
        scope: containers[name]!.id, principalId: identity.principalId, principalType: 'ServicePrincipal', roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${blobContributor}`,
      });
    }
    return [serviceAccount, identity.clientId] as const;
  }));
}

export const azureCloud: Cloud = {
  name: 'azure', region: 'eastus',
  build(plan, { postgresPassword }) {
    const tags = tagsOf(plan);
    const group = new azure.resources.ResourceGroup(plan.name, { resourceGroupName: plan.name, location: plan.region, tags }).name;
    const net = network(plan, group, tags);
    const made = cluster(plan, group, net, tags);
    const buckets = bucketsOf(plan, group, tags);
    const { postgres, kafka } = stores(plan, group, net, postgresPassword, tags);
    const zone = new azure.dns.Zone(plan.name, { zoneName: plan.zone, resourceGroupName: group, location: 'global', tags });
    const pools = Object.fromEntries(Object.entries(made.pools).map(([name, pool]) => [name, pool.name] as const));
    return {
      cluster: made.aks.name, endpoint: made.aks.fqdn, pools: { [made.system]: pulumi.output(poolName(plan, made.system)), ...pools },
      buckets: Object.fromEntries(Object.entries(buckets.containers).map(([name, container]) => [name, pulumi.interpolate`${buckets.account.name}/${container.name}`] as const)),
      postgres: pulumi.interpolate`${postgres.fullyQualifiedDomainName}:5432`, kafka: pulumi.interpolate`${kafka.name}.servicebus.windows.net:9093`,
      nameServers: zone.nameServers, identities: identitiesOf(plan, group, made, buckets, tags),
    };
  },
};
