// As shipped: Ajv's validate function of the event. The path is no literal, for not every package has that module.
const { href } = new URL("../../../generated/ajv.js", import.meta.url);
const { PortOutCredentialsIssuedEvent } = await import(href);

export const is = PortOutCredentialsIssuedEvent;
