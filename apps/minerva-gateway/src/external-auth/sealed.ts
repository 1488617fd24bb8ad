import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';

/** A private key of X25519 as PKCS #8 is these bytes and the 32 of the key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** A sign-in to come: what its client keeps, and what may be seen by all. */
export interface SignIn { readonly secret: string; readonly link: string }

/**
 * The client's secret is a private key, the link its public one. So a token can be sealed by whoever knows the link and read by the
 * client alone: not by the database, nor by who looks over the shoulder of the browser. Nothing is kept until somebody signs in.
 */
export function newSignIn(): SignIn {
  const { d = '', x = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { secret: d, link: x };
}

export const linkOf = (secret: string): string => keysOf(secret).x ?? '';

export async function seal(link: string, text: string): Promise<string> {
  const key = await importJWK({ kty: 'OKP', crv: 'X25519', x: link }, 'ECDH-ES');
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' }).encrypt(key);
}

export async function open(secret: string, sealed: string): Promise<string> {
  const key = await importJWK({ ...keysOf(secret), kty: 'OKP' }, 'ECDH-ES');
  const { plaintext } = await compactDecrypt(sealed, key, { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] });
  return new TextDecoder().decode(plaintext);
}

function keysOf(secret: string): JsonWebKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(secret, 'base64url')]), format: 'der', type: 'pkcs8' });
  return { ...createPublicKey(key).export({ format: 'jwk' }), d: secret };
}
