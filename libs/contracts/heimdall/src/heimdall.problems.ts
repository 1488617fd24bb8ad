import { defineProblem } from '@dataos/contracts-core';
import { z } from 'zod';

export const SystemPolicy = defineProblem('system-policy', { status: 409, title: 'A policy of the platform itself cannot be changed' });
export const UserExists = defineProblem('user-exists', { status: 409, title: 'A user with this id exists' });
export const TokenExists = defineProblem('token-exists', { status: 409, title: 'This user has a key of this name' });
export const ProtectedTag = defineProblem('protected-tag', { status: 409, title: 'The tag of a user\'s own id cannot be changed' });
export const UnknownTag = defineProblem('unknown-tag', { status: 400, title: 'The tag fits no namespace of subjects' });
export const NamespaceInUse = defineProblem('namespace-in-use', { status: 409, title: 'The namespace belongs to the platform or its tags are in use' });
export const RoleExists = defineProblem('role-exists', { status: 409, title: 'A role with this id exists' });
export const PermanentRole = defineProblem('permanent-role', { status: 409, title: 'A role of the platform itself stays' });
export const OneCollection = defineProblem('one-collection', { status: 400, title: 'Only the collection default exists' });
export const InUse = defineProblem('in-use', { status: 409, title: 'Something else still needs this', extra: z.object({ users: z.array(z.string()).optional() }) });
export const DecidedRequest = defineProblem('decided-request', { status: 409, title: 'The request was decided already' });
export const ExpectationBroken = defineProblem('expectation-broken', {
  status: 409, title: 'The change breaks what policies are expected to do',
  extra: z.object({ broken: z.array(z.object({ policy: z.string(), expectation: z.string(), got: z.string() })).optional() }),
});
