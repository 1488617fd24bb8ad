/** Compares two JSON Schemas: what would break somebody who relies on the old one. Pure. */

export type Json = Record<string, unknown>;
/** `in`: what callers send; `out`: what they read; `both`: a fact that old and new services exchange. */
export type Direction = 'in' | 'out' | 'both';

interface Side { readonly schema: unknown; readonly document: Json }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Follows references and folds `allOf` into one schema. */
export function resolved(schema: unknown, document: Json): Json {
  if (!isObject(schema)) return {};
  if (typeof schema['$ref'] === 'string') {
    const target = schema['$ref'].replace(/^#\//, '').split('/').reduce<unknown>((at, part) => (isObject(at) ? at[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined), document);
    const { $ref: _, ...beside } = schema;
    return { ...resolved(target, document), ...beside };
  }
  const { allOf, ...rest } = schema;
  return list(allOf).map((part) => resolved(part, document)).reduce((all, part) => ({
    ...all, ...part,
    ...(all['properties'] === undefined && part['properties'] === undefined ? {} : { properties: { ...all['properties'] as Json, ...part['properties'] as Json } }),
    ...(all['required'] === undefined && part['required'] === undefined ? {} : { required: [...list(all['required']), ...list(part['required'])] }),
  }), rest);
}

const variants = (schema: Json): unknown[] | undefined => (schema['anyOf'] ?? schema['oneOf']) as unknown[] | undefined;

/** Each limit with whether a greater value is the looser one. */
const limits: readonly [string, 'greater' | 'smaller'][] = [
  ['maximum', 'greater'], ['exclusiveMaximum', 'greater'], ['maxLength', 'greater'], ['maxItems', 'greater'], ['maxProperties', 'greater'],
  ['minimum', 'smaller'], ['exclusiveMinimum', 'smaller'], ['minLength', 'smaller'], ['minItems', 'smaller'], ['minProperties', 'smaller'],
];

function limitFaults(from: Json, to: Json, direction: Direction, at: string): string[] {
  return limits.flatMap(([name, looser]) => {
    const unbounded = looser === 'greater' ? Infinity : -Infinity;
    const [before, after] = [(from[name] as number | undefined) ?? unbounded, (to[name] as number | undefined) ?? unbounded];
    if (before === after) return [];
    const loosened = looser === 'greater' ? after > before : after < before;
    return direction !== 'out' && !loosened ? [`${at}: ${name} became narrower`] : [];
  });
}

function valueFaults(from: Json, to: Json, direction: Direction, at: string): string[] {
  const values = (schema: Json): unknown[] | undefined => (schema['const'] !== undefined ? [schema['const']] : schema['enum'] as unknown[] | undefined);
  const missing = (some: unknown[], all: unknown[]): unknown[] => some.filter((value) => !all.some((other) => same(value, other)));
  const [before, after] = [values(from), values(to)];
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return direction === 'out' ? [] : [`${at}: any value was accepted, now only ${JSON.stringify(after)}`];
  if (after === undefined) return direction === 'in' ? [] : [`${at}: was one of ${JSON.stringify(before)}, now anything`];
  return [
    ...(direction === 'out' ? [] : missing(before, after).map((value) => `${at}: the value ${JSON.stringify(value)} is gone`)),
    ...(direction === 'in' ? [] : missing(after, before).map((value) => `${at}: the value ${JSON.stringify(value)} is new to readers`)),
  ];
}

function typeFaults(from: Json, to: Json, direction: Direction, at: string): string[] {
  const types = (schema: Json): unknown[] => list(schema['x-always'] ?? schema['type']).flatMap((type) => (type === 'number' ? ['number', 'integer'] : [type]));
  const [before, after] = [types(from), types(to)];
  const told = `${at}: was ${before.join(' or ') || 'anything'}, is ${after.join(' or ') || 'anything'}`;
  const within = (some: unknown[], all: unknown[]): boolean => all.length === 0 || (some.length > 0 && some.every((type) => all.includes(type)));
  if ((direction !== 'out' && !within(before, after)) || (direction !== 'in' && !within(after, before))) return [told];
  const format = (name: string): string[] => {
    if (same(from[name], to[name])) return [];
    const breaks = direction === 'both' || (direction === 'in' ? to[name] !== undefined : from[name] !== undefined);
    return breaks ? [`${at}: ${name} changed`] : [];
  };
  return [...format('format'), ...(direction === 'out' ? [] : format('pattern'))];
}

type Compare = (from: unknown, to: unknown, at: string) => string[];

function propertyFaults(from: Json, to: Json, at: string, compare: Compare): string[] {
  const [before, after] = [(from['properties'] ?? {}) as Json, (to['properties'] ?? {}) as Json];
  const [needed, needs] = [list(from['required']), list(to['required'])];
  const also = new Set(Object.values(after).flatMap((member) => (isObject(member) ? list(member['x-also']) : [])));
  // A member with a default may be left out, whatever the printed list says.
  const mayMiss = (name: string): boolean => !needs.includes(name) || (isObject(after[name]) && 'default' in after[name]);
  return [
    ...Object.keys(before).filter((name) => !(name in after) && !also.has(name)).map((name) => `${at}.${name}: is gone`),
    ...Object.keys(after).filter((name) => !(name in before) && !mayMiss(name)).map((name) => `${at}.${name}: is new and not optional`),
    ...Object.keys(before).filter((name) => name in after).flatMap((name) => compare(before[name], after[name], `${at}.${name}`)),
    ...Object.keys(before).filter((name) => name in after && !needed.includes(name) && !mayMiss(name)).map((name) => `${at}.${name}: was optional, is needed`),
  ];
}

/** Members that an answer always had and may now lack. */
const lostPromises = (from: Json, to: Json, at: string): string[] => list(from['required'])
  .filter((name) => !list(to['required']).includes(name) && String(name) in ((to['properties'] ?? {}) as Json)).map((name) => `${at}.${String(name)}: was always there, is optional`);

function variantFaults(from: Json, to: Json, direction: Direction, at: string, compare: Compare): string[] {
  const [before, after] = [variants(from) ?? [from], variants(to) ?? [to]];
  const lost = before.filter((one) => !after.some((other) => compare(one, other, at).length === 0)).length;
  const gained = after.filter((one) => !before.some((other) => compare(other, one, at).length === 0)).length;
  return [
    ...(direction !== 'out' && lost > 0 ? [`${at}: ${lost} of its alternatives no longer fit`] : []),
    ...(direction !== 'in' && gained > 0 ? [`${at}: ${gained} of its alternatives are new to readers`] : []),
  ];
}

/** What breaks between `from` and `to`, each fault with the place it is at. */
export function schemaFaults(from: Side, to: Side, direction: Direction, at: string): string[] {
  const open = new Set<string>();
  const compare: Compare = (a, b, place) => {
    const pair = JSON.stringify([a, b]);
    if (open.has(pair)) return [];
    open.add(pair);
    const [old, fresh] = [resolved(a, from.document), resolved(b, to.document)];
    const faults = variants(old) !== undefined || variants(fresh) !== undefined ? variantFaults(old, fresh, direction, place, compare) : [
      ...typeFaults(old, fresh, direction, place), ...valueFaults(old, fresh, direction, place), ...limitFaults(old, fresh, direction, place),
      ...propertyFaults(old, fresh, place, compare), ...(direction === 'in' ? [] : lostPromises(old, fresh, place)),
      ...(isObject(old['items']) && isObject(fresh['items']) ? compare(old['items'], fresh['items'], `${place}[]`) : []),
      ...(isObject(old['additionalProperties']) && isObject(fresh['additionalProperties']) ? compare(old['additionalProperties'], fresh['additionalProperties'], `${place}.*`) : []),
      ...(direction !== 'out' && old['additionalProperties'] !== false && fresh['additionalProperties'] === false ? [`${place}: members it does not name are now refused`] : []),
    ];
    open.delete(pair);
    return faults;
  };
  return compare(from.schema, to.schema, at);
}
