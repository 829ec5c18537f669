import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrPath } from './qr.ts'

test('what is drawn is what a camera reads', () => {
  const uri = 'otpauth://totp/Sparrow:ada.lovelace?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Sparrow&algorithm=SHA1&digits=6&period=30'
  const { side, path } = qrPath(uri)
  expect(decodeQR(painted(side, path, 6))).toBe(uri)
})

/** The path on paper, each module `scale` pixels wide. */
function painted(side: number, path: string, scale: number) {
  const width = side * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      const from = ((Number(y) * scale + dy) * width + Number(x) * scale) * 4
      for (let at = from; at < from + scale * 4; at += 4) data.fill(0, at, at + 3)
    }
  }
  return { width, height: width, data }
}
