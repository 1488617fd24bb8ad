import { defineProblem } from '@dataos/contracts-core';

export const SystemPolicy = defineProblem('system-policy', { status: 409, title: 'A policy of the platform itself cannot be changed' });
export const UserExists = defineProblem('user-exists', { status: 409, title: 'A user with this id exists' });
export const TokenExists = defineProblem('token-exists', { status: 409, title: 'This user has a key of this name' });
export const ProtectedTag = defineProblem('protected-tag', { status: 409, title: 'The tag of a user\'s own id cannot be changed' });
