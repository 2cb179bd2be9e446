/** Where Google, Microsoft and others hand out permission to read and send mail. Addresses and names, no behaviour. */

export interface OauthProvider {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** What we ask leave for. */
  readonly scopes: readonly string[];
  /** Further parameters that the provider wants on its page. */
  readonly extraParameters?: Readonly<Record<string, string>>;
}

/** Gmail and Google Workspace. Without `access_type` and `prompt` Google gives no refresh token the second time. */
export const GOOGLE: OauthProvider = {
  authorizationUrl: "https://accounts.google.com/o/oauth2/v2/auth",
  tokenUrl: "https://oauth2.googleapis.com/token",
  scopes: ["https://mail.google.com/"],
  extraParameters: { access_type: "offline", prompt: "consent" },
};

/** Microsoft 365 and Outlook.com. @param tenant the organisation's id or domain; "common" takes any account. */
export function microsoft(tenant = "common"): OauthProvider {
  const base = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0`;
  return {
    authorizationUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    scopes: [
      "https://outlook.office.com/IMAP.AccessAsUser.All",
      "https://outlook.office.com/SMTP.Send",
      "offline_access",
    ],
    extraParameters: { prompt: "select_account" },
  };
}
