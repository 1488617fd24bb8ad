interface JsonSchema {
  additionalProperties?: unknown; anyOf?: JsonSchema[]; description?: string; enum?: unknown[]; format?: string; items?: JsonSchema; maximum?: number; minimum?: number;
  pattern?: string; properties?: Record<string, JsonSchema>; required?: string[]; type?: string | string[]; 'x-also'?: string[];
}

/**
 * What generated clients need: answers may gain members within a version, so no client may be told that it knows them all;
 * a whole number without a bound of its own has 64 bits; a value whose format has a type in most languages is not also matched as text;
 * a member that is always null is a text that may be null, and marked.
 */
export function forClients({ jsonSchema, io }: { jsonSchema: object; io: 'input' | 'output' }): void {
  const schema = jsonSchema as JsonSchema;
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.type === 'integer' && schema.maximum === Number.MAX_SAFE_INTEGER) {
    delete schema.maximum;
    if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
    schema.format = 'int64';
  }
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.anyOf !== undefined) plainUnion(schema, schema.anyOf);
  for (const member of Object.values(schema.properties ?? {})) if (member.type === 'null') Object.assign(member, { type: ['string', 'null'], 'x-always': 'null' });
  if (schema.properties !== undefined) oneNameEach(schema.properties, schema.required ?? []);
}

/**
 * A union within a union is one union, and null is a type beside another. Generators make a class of each alternative and `Map<String, …>` names none:
 * a union with a map in it is any value, as its description says.
 */
function plainUnion(schema: JsonSchema, anyOf: readonly JsonSchema[]): void {
  const alternatives = anyOf.flatMap((each) => (each.anyOf !== undefined && Object.keys(each).length === 1 ? each.anyOf : [each]));
  const [first, ...rest] = alternatives.filter(({ type }) => type !== 'null');
  const nullable = rest.length + 1 < alternatives.length;
  const any = alternatives.find(isAny);
  if (any !== undefined || (rest.length > 0 && alternatives.some(holdsMap))) {
    delete schema.anyOf;
    schema.description ??= any?.description ?? `One of: ${alternatives.map(({ type }) => String(type)).join(', ')}.`;
  } else if (!nullable || typeof first?.type !== 'string') schema.anyOf = alternatives;
  else {
    const member = { ...first, type: [first.type, 'null'], ...(first.enum === undefined ? {} : { enum: [...first.enum, null] }) };
    schema.anyOf = [member, ...rest];
    if (rest.length > 0) return;
    delete schema.anyOf;
    Object.assign(schema, member);
  }
}

/** A union within, already written as any value. */
const isAny = ({ description: _, ...more }: JsonSchema): boolean => Object.keys(more).length === 0;

const holdsMap = ({ items, additionalProperties, properties }: JsonSchema): boolean => (items === undefined ? additionalProperties !== undefined && properties === undefined : holdsMap(items));

/** Two spellings of one name are one field in most languages: the first is printed and says that the other is accepted too. */
function oneNameEach(properties: Record<string, JsonSchema>, required: readonly string[]): void {
  const spellings = Map.groupBy(Object.keys(properties), (name) => name.replaceAll(/[_-]/g, '').toLowerCase());
  for (const [kept = '', ...others] of spellings.values()) {
    const also = others.filter((name) => !required.includes(name));
    for (const name of also) delete properties[name];
    const { description, ...schema } = properties[kept] ?? {};
    if (also.length > 0) properties[kept] = { ...schema, description: `${description === undefined ? '' : `${description} `}Accepted as ${also.map((name) => `\`${name}\``).join(', ')} too.`, 'x-also': also };
  }
}
