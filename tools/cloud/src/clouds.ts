import { awsCloud } from './aws.ts';
import { azureCloud } from './azure.ts';
import { gcpCloud } from './gcp.ts';
import type { Cloud, CloudName } from './plan.ts';

export const clouds: Record<CloudName, Cloud> = { aws: awsCloud, gcp: gcpCloud, azure: azureCloud };
