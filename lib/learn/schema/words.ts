/** In these schemas a message says what was expected. */
export const said = (message: string) => ({ error: message });

export const only = (what: string) => said(`${what} and nothing beside it`);
