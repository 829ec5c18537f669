import vue from '@vitejs/plugin-vue'
import { VantResolver } from '@vant/auto-import-resolver'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vite'

/** Vant's icon font comes as data inside its stylesheet, which a strict policy refuses; `ui/icons.css` draws the few that are used. */
const withoutIconFont = {
  name: 'without-icon-font',
  enforce: 'pre' as const,
  resolveId(id: string, importer?: string) {
    return id.endsWith('icon/index.css') && importer?.includes('vant') ? '\0no-icons.css' : undefined
  },
  load(id: string) {
    return id === '\0no-icons.css' ? '' : undefined
  },
}

/** The gateway of `./sparrow up`. */
const gateway = `http://127.0.0.1:${process.env['SPARROW_PORT'] ?? 7800}`

export default defineConfig({
  plugins: [withoutIconFont, vue(), components({ resolvers: [VantResolver()], dts: false, dirs: [] })],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Nothing as data: and nothing inline: the pages work under `default-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    proxy: {
      '/api': { target: gateway },
      '/ws': { target: gateway, ws: true },
    },
  },
})
