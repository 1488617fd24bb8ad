import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { CONFIG } from '@dataos/kit';
import { Inject, Injectable } from '@nestjs/common';
import type { HeimdallConfig } from '../config.js';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a text with AES-256-GCM. `place` is bound in, so that a sealed text cannot be moved elsewhere. */
export function sealWith(key: Buffer, text: string, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** Throws when the text was changed, moved or sealed with another key. */
export function openWith(key: Buffer, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** Seals under the key file. During a change of the file, what the one before sealed can still be opened. */
@Injectable()
export class Sealer {
  private readonly key: Buffer;
  private readonly previous: Buffer | undefined;

  constructor(@Inject(CONFIG) config: HeimdallConfig) {
    this.key = loadKey(config.HEIMDALL_KEY_FILE);
    this.previous = config.HEIMDALL_PREVIOUS_KEY_FILE === undefined ? undefined : readKey(config.HEIMDALL_PREVIOUS_KEY_FILE);
  }

  seal(text: string, place: string): string {
    return sealWith(this.key, text, place);
  }

  open(sealed: string, place: string): string {
    try {
      return openWith(this.key, sealed, place);
    } catch (error) {
      if (this.previous === undefined) throw error;
      return openWith(this.previous, sealed, place);
    }
  }

  /** The text sealed anew where it still hangs on the key file before; `undefined` where it does not. */
  renewed(sealed: string, place: string): string | undefined {
    if (this.previous === undefined) return undefined;
    try {
      openWith(this.key, sealed, place);
      return undefined;
    } catch {
      return this.seal(openWith(this.previous, sealed, place), place);
    }
  }
}

/** Reads the key, or makes it; `wx` lets one of several replicas win. */
function loadKey(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKey(file);
}

function readKey(file: string): Buffer {
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`the key file ${file} must hold exactly ${KEY_BYTES} bytes`);
  return key;
}
