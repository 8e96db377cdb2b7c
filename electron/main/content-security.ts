/**
 * What the page may do: run our scripts, and talk to our engine. Style attributes are allowed because the
 * component library and the plots position things with them.
 */
export const contentSecurityPolicy = (engineOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${engineOrigin} ${engineOrigin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
