// Generated from schemas/objects/portOutCredentials.schema.json; do not edit.
/** What another provider asks for before it takes a phone number over. */
export interface PortOutCredentials {
  /** Names the kind of object this is. Port-out credentials say "portOutCredentials". */
  object: "portOutCredentials";
  /**
   * Number of the account at the service provider.
   *
   * @example "123456789"
   * @remarks Sensitive: a credential. Keep it out of logs and traces.
   */
  accountNumber: string;
  /**
   * PIN of the account at the service provider. Expect null: events are documented to leave the PIN out. The documented example carries one all the same, so a string is valid too.
   *
   * @example "1234"
   * @remarks Sensitive: a credential. Keep it out of logs and traces.
   */
  accountPin: string | null;
  /**
   * Identifies the subscription whose number may be ported out.
   *
   * @example "sub_0SNlurA049MEWV2gSfSxi00xlPIi"
   */
  subscription: string;
  /**
   * When the credentials stop being valid.
   *
   * @example "2022-02-21T19:38:34Z"
   * @format date-time
   */
  expiresAt: string;
}
