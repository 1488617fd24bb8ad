/** A mask that takes effect once its tag is put on a column; `sample` is a type of column it suits. */
interface ShippedMask {
  readonly name: string;
  readonly sample?: string;
  readonly rule: {
    readonly type: 'mask';
    readonly priority: number;
    readonly selector: { readonly user: { readonly match: 'any'; readonly tags: readonly string[] }; readonly column: { readonly tags: readonly string[] } };
    readonly mask: { readonly operator: string } & Readonly<Record<string, unknown>>;
  };
}

/** Authors have 1 to 98; whom these must not touch has 90. */
const SHIPPED = 99;

function shipped(name: string, tag: string, sample: string, operator: string, config?: object): ShippedMask {
  return {
    name, sample, rule: {
      type: 'mask', priority: SHIPPED, selector: { user: { match: 'any', tags: ['roles:id:user'] }, column: { tags: [tag] } },
      mask: { operator, ...(config === undefined ? {} : { [operator]: config }) },
    },
  };
}

/** The documented set, as its template manifests have it where prose says otherwise. */
export const SHIPPED_MASKS: readonly ShippedMask[] = [
  shipped('age', 'PII.Age', 'integer', 'bucket_number', { buckets: [5, 12, 18, 25, 45, 60, 70] }),
  shipped('dateofbirth', 'PII.DateOfBirth', 'date', 'bucket_date', { precision: 'month' }),
  shipped('email', 'PII.Email', 'varchar', 'hash', { algo: 'sha256' }),
  shipped('phonenumber', 'PII.PhoneNumber', 'varchar', 'regex_replace', { pattern: '.{5}$', replacement: 'xxxxx' }),
  shipped('name', 'PII.Name', 'varchar', 'hash', { algo: 'sha256' }),
  shipped('socialsecuritynumber', 'PII.SocialSecurityNumber', 'varchar', 'rand_pattern', { pattern: '###-##-########' }),
  shipped('licensenumber', 'PII.LicenseNumber', 'varchar', 'rand_pattern', { pattern: '####-####-####' }),
  shipped('gender', 'PII.Gender', 'varchar', 'redact'),
  shipped('income', 'PII.Income', 'bigint', 'bucket_number', { buckets: [1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 200_000, 500_000] }),
  shipped('location', 'PII.Location', 'varchar', 'redact'),
  shipped('pii-hash', 'PII.Sensitive', 'varchar', 'hash', { algo: 'sha256' }),
  { name: 'pii-reader', rule: { type: 'mask', priority: 90, selector: { user: { match: 'any', tags: ['roles:id:pii-reader'] }, column: { tags: ['PII.Sensitive'] } }, mask: { operator: 'pass_through' } } },
];
