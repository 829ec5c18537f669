export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 128

/** What can be known here of the server's rule; it also refuses what is tried first. */
export function isPassword(password: string, username: string): boolean {
  const { length } = Array.from(password)
  return length >= PASSWORD_MIN && length <= PASSWORD_MAX && password.toLowerCase() !== username.trim().toLowerCase()
}
