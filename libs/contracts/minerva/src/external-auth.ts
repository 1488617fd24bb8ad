import { defineRoute, DependencyUnavailable, NotFound } from '@dataos/contracts-core';
import { z } from 'zod';

const Id = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be as this gateway made it');
const secret = z.object({ secret: Id });
const link = z.object({ link: Id });

/** What a client that waits for its user to sign in reads: where to ask again, the token, or why there is none. */
export const TokenAnswer = z.object({ nextUri: z.string().optional(), token: z.string().optional(), error: z.string().optional() });

/** The external authentication of Trino's clients: a browser signs in, the client fetches what came of it. */
export const externalAuthRoutes = {
  signInPage: defineRoute({
    method: 'GET', path: '/v1/oauth2/token/initiate/:link', access: 'public', tags: ['trino'], summary: 'The page a Trino client opens in a browser: it asks before it goes to the identity provider',
    params: link, contentType: 'text/html', response: z.string(), problems: [NotFound],
  }),
  beginSignIn: defineRoute({
    method: 'POST', path: '/v1/oauth2/token/initiate/:link', access: 'public', tags: ['trino'], summary: 'Go to the identity provider', params: link,
    consumes: ['application/x-www-form-urlencoded'], status: 303, problems: [NotFound, DependencyUnavailable],
  }),
  endSignIn: defineRoute({
    method: 'GET', path: '/v1/oauth2/callback', access: 'public', tags: ['trino'], summary: 'Where the identity provider sends the browser back to',
    query: z.looseObject({ state: z.string().max(256).default('') }), contentType: 'text/html', response: z.string(), problems: [NotFound],
  }),
  signedInToken: defineRoute({
    method: 'GET', path: '/v1/oauth2/token/:secret', access: 'public', tags: ['trino'], summary: 'Wait for the token of a sign-in; only the client that was told to sign in knows this address',
    params: secret, response: TokenAnswer, problems: [NotFound],
  }),
  forgetToken: defineRoute({
    method: 'DELETE', path: '/v1/oauth2/token/:secret', access: 'public', tags: ['trino'], summary: 'The token has arrived: forget it', params: secret, status: 204, problems: [NotFound],
  }),
};
