import { newSignIn } from './sealed.js';

const BASIC = 'Basic realm="Trino"';
const JWT = 'Bearer realm="Trino", token_type="JWT"';

/** What a client without a valid token is told: how it may prove who it is. With an identity provider, also where to sign in and where to wait. */
export function challenges(signIn?: { readonly origin: string }): string[] {
  if (signIn === undefined) return [BASIC, JWT];
  const { secret, link } = newSignIn();
  const at = `${signIn.origin}/v1/oauth2/token`;
  return [BASIC, JWT, `Bearer x_redirect_server="${at}/initiate/${link}", x_token_server="${at}/${secret}"`];
}
