/** Where to go after the door: only to a way of our own, never to an address from outside. */
export function inside(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/chats'
}
