/**
 * Under https the browser itself sees to it that no other host, not even a sibling subdomain, can set cookies of these
 * names (`__Host-`: secure, for this host alone, for all of its paths).
 */
export function cookieNames({ secureCookies }: { readonly secureCookies: boolean }) {
  const prefix = secureCookies ? '__Host-' : '';
  return { session: `${prefix}tenantatlas_session`, attempt: `${prefix}tenantatlas_sign_in` } as const;
}

export const cookieOptions = ({ secureCookies }: { readonly secureCookies: boolean }) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies }) as const;
