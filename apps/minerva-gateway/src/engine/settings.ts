/** Settings every connection of the engine starts with; the configuration is locked before it serves a query. */
export const SESSION_SETTINGS = ["SET TimeZone = 'UTC'", 'SET order_by_non_integer_literal = true', "SET errors_as_json = false"] as const;
