import { readFileSync } from 'node:fs';
import { Tag } from '@dataos/contracts-heimdall';
import { z } from 'zod';

/** One identity provider that follows OpenID Connect: its keys are found by its discovery document, or where `jwksUri` says. */
const Issuer = z.object({
  /** Our name of it, kept with every user who comes from there. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits, dashes'),
  issuer: z.url(),
  /** Tokens for any other audience are somebody else's. */
  audience: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  jwksUri: z.url().optional(),
  groupsClaim: z.string().min(1).default('groups'),
  /** Tags by group. A group without an entry gives the role of its name, if there is one and it is not one of power. */
  groups: z.record(z.string(), z.array(Tag)).default({}),
});
export type Issuer = z.infer<typeof Issuer>;
export const OidcFile = z.object({ issuers: z.array(Issuer).max(16) });

/** Faults name the place in the file. */
export function readOidcFile(file: string | undefined): Issuer[] {
  if (file === undefined) return [];
  const parsed = OidcFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data.issuers;
  throw new Error(`the file of identity providers ${file} does not fit: ${parsed.error.issues.map((issue) => `${issue.path.join('/')} ${issue.message}`).join(', ')}`);
}
