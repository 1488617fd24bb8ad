import { defineProblem, FieldFault } from '@dataos/contracts-core';
import { z } from 'zod';

export const ManifestSyntax = defineProblem('manifest-syntax', {
  status: 400, title: 'The text is not YAML', extra: z.object({ line: z.number().int(), column: z.number().int(), errors: z.array(FieldFault) }),
});
export const ManifestInvalid = defineProblem('manifest-invalid', {
  status: 400, title: 'A manifest does not fit its type', extra: z.object({ errors: z.array(FieldFault) }),
});
export const ResourceNotFound = defineProblem('resource-not-found', { status: 404, title: 'There is no such resource', extra: z.object({ id: z.string() }) });
export const ResourceDeleting = defineProblem('resource-deleting', { status: 409, title: 'The resource is being deleted', extra: z.object({ id: z.string() }) });
export const ResourceOwnedByBundle = defineProblem('resource-owned-by-bundle', { status: 409, title: 'Another bundle made the resource', extra: z.object({ id: z.string(), bundle: z.string() }) });
export const ResourceNeeded = defineProblem('resource-needed', {
  status: 409, title: 'Other resources depend on it', extra: z.object({ id: z.string(), dependants: z.array(z.string()) }),
});
