/** The paths a caller must be allowed to declare a resource: its own, and the one where its effect is decided. */
export function rightsFor({ type, name, workspace }: { type: string; name: string; workspace?: string | undefined }): string[] {
  const own = workspace ? `/poros/api/v1/workspaces/${workspace}/resources/${type}/${name}` : `/poros/api/v1/resources/${type}/${name}`;
  const elsewhere: Record<string, string> = {
    policy: `/heimdall/api/v1/policies/${name}`,
    'instance-secret': `/heimdall/api/v1/secrets/${name}`,
    secret: `/heimdall/api/v1/secrets/${workspace}.${name}`,
    depot: `/ds/api/v2/depots/${name}`,
    cluster: `/gateway/api/v1/clusters/${name}`,
  };
  const effect = elsewhere[type];
  return effect === undefined ? [own] : [own, effect];
}
