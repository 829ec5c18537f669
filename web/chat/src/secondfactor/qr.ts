import { encodeQR } from 'qr'

/** Light modules round the code, as the standard wants it for cameras. */
const QUIET = 4

/** A text as a picture for cameras: the side in modules, and the dark ones as one path. */
export function qrPath(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { side: rows.length, path: dark.join('') }
}
