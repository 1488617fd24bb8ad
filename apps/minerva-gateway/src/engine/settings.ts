/** Settings every connection of the engine starts with; afterwards the configuration is locked. */
export const SESSION_SETTINGS = ["SET TimeZone = 'UTC'", 'SET order_by_non_integer_literal = true', "SET errors_as_json = false"] as const;
