/**
 * How a log-in with GitHub came back. The server sends the browser to `/login?github=in` with a cookie that no script can
 * read, or to `/login?github=` and a problem's code.
 */
export function cameBack(search: string): { readonly isIn: boolean; readonly code?: string } {
  const said = new URLSearchParams(search).get('github')
  if (said === null) return { isIn: false }
  return said === 'in' ? { isIn: true } : { isIn: false, code: said }
}
