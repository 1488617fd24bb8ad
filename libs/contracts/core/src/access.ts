import { z } from 'zod';

/** Who is calling, as the identity service knows them. */
export const Principal = z.object({
  id: z.string(),
  type: z.enum(['person', 'application']),
  name: z.string().optional(),
  tags: z.array(z.string()),
});
export type Principal = z.infer<typeof Principal>;

/** The principal of a request together with the token it came with, to act on its behalf. */
export interface Caller extends Principal {
  readonly token: string;
}

export interface AccessRequest {
  readonly token: string;
  readonly principal: Principal;
  readonly predicate: string;
  readonly paths: readonly string[];
  readonly tags?: readonly string[];
}

export interface AccessDecision {
  readonly allow: boolean;
  /** Id by which the decision point explains itself. */
  readonly decision?: string;
  readonly policies?: readonly string[];
  readonly reason?: string;
  /** Whom to ask for access. */
  readonly ask?: readonly string[];
  /** Path at which the refused person reads the reasons: policies, the tags that matched, who gave them. */
  readonly why?: string;
}

/** The members of a `policy-denied` problem that say by what it was refused. */
export function refusalOf({ ask, decision, policies, why }: AccessDecision): { decision?: string; policies?: string[]; ask?: string[]; why?: string } {
  return {
    ...(decision === undefined ? {} : { decision }), ...(policies === undefined ? {} : { policies: [...policies] }),
    ...(ask === undefined ? {} : { ask: [...ask] }), ...(why === undefined ? {} : { why }),
  };
}

/** What a door needs of the decision point. Both methods throw `dependency-unavailable` when it cannot be asked: fail closed. */
export interface AccessControl {
  authenticate(token: string): Promise<Principal | undefined>;
  authorize(request: AccessRequest): Promise<AccessDecision>;
}
