import type { AuthzenAction, AuthzenResource } from '@dataos/contracts-heimdall';

/** An AuthZEN question in the terms that policies use. */
export interface PlainQuestion {
  readonly predicate: string;
  readonly path: string;
  readonly tags: readonly string[];
}

type Properties = Readonly<Record<string, unknown>>;

/** Ids that are paths of the platform already: addresses and routes. All others live below a scheme of their own. */
const NATIVE = /^(?:\/|[a-z][a-z0-9+.-]*:\/\/)/;
const PLAIN = /^[A-Za-z0-9_-]+$/;
const LONGEST_TAG = 256;
const MOST_TAGS = 256;
const NO_TAGS: readonly string[] = [];

/** Nearly every id is an address: thousands of them come in one call. */
export const isNative = (id: string): boolean => id.startsWith('dataos://') || NATIVE.test(id);

/** What policies call a resource: `dataos://…` and `/…` as they are, `authzen://<type>/<id>` for what others bring along. */
export function pathOf({ id, type }: { readonly id: string; readonly type: string }): string {
  return isNative(id) ? id : `authzen://${escaped(type)}/${escaped(id)}`;
}

/**
 * Properties as tags that policies can name: `authzen:resource:status:archived`. The prefix keeps a caller's claims apart from
 * the tags that Heimdall gives: no property can make anybody an operator. Only a resource's `tags` count as they are, as they
 * do for every other door.
 */
export function propertyTags(of: 'subject' | 'action' | 'resource', properties: Properties | undefined): string[] {
  if (properties === undefined) return [];
  const tags: string[] = [];
  for (const [key, value] of Object.entries(properties)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean') continue;
      tags.push(of === 'resource' && key === 'tags' && typeof one === 'string' ? one : `authzen:${of}:${escaped(key)}:${one}`);
    }
  }
  // Cutting one off could cut off the one that a denial needs.
  if (tags.length > MOST_TAGS || tags.some((tag) => tag.length > LONGEST_TAG)) throw new RangeError(`the properties of the ${of} are too many or too long`);
  return tags;
}

/** `known`: what is stored about the resource; the question's own properties stand before it. */
export function plainQuestion(action: AuthzenAction, resource: AuthzenResource, known?: Properties): PlainQuestion {
  const properties = known === undefined ? resource.properties : { ...known, ...resource.properties };
  if (action.properties === undefined && properties === undefined) return { predicate: action.name, path: pathOf(resource), tags: NO_TAGS };
  return { predicate: action.name, path: pathOf(resource), tags: [...propertyTags('resource', properties), ...propertyTags('action', action.properties)] };
}

const escaped = (text: string): string => (PLAIN.test(text) ? text : encodeURIComponent(text));
