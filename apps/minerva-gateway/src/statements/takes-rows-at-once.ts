/**
 * Whether a client reads rows in the answer to its POST, which the protocol allows. A client that looks at later answers only would
 * show an empty result, so only those that were tried get them: Python's (0.340) and the JDBC driver (476).
 */
export const takesRowsAtOnce = (userAgent: string | undefined): boolean => /^(trino python client|trino jdbc driver)\//i.test(userAgent ?? '');
