import { defineProblem } from '@dataos/contracts-core';
import { z } from 'zod';

export const DriverNotAvailable = defineProblem('driver-not-available', {
  status: 422, title: 'No driver speaks to this kind of source', extra: z.object({ type: z.string(), supported: z.array(z.string()) }),
});
export const SourceUnavailable = defineProblem('source-unavailable', {
  status: 503, title: 'The source behind the depot does not answer', extra: z.object({ depot: z.string(), retry: z.boolean() }),
});
export const CredentialsRefused = defineProblem('credentials-refused', {
  status: 422, title: 'The source refuses the credentials of the depot', extra: z.object({ depot: z.string(), secret: z.string() }),
});
export const SecretMissing = defineProblem('secret-missing', {
  status: 422, title: 'The depot has no readable secret for this access', extra: z.object({ depot: z.string(), acl: z.string() }),
});
