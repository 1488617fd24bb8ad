/**
 * Whether a client reads rows in the answer to its POST, which the protocol allows. Python's and Java's do; Go's and JavaScript's
 * look at later answers only and would lose them. So only those that were tried get them.
 */
export const takesRowsAtOnce = (userAgent: string | undefined): boolean => /^(trino python client|trino jdbc driver|trino-cli|statementclientv1)\//i.test(userAgent ?? '');
