import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** Vant's icon font comes as data inside its stylesheet, which a strict policy refuses; `ui/Icon.vue` draws what is used. */
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

/** The gateway answers pages of its own origin only, and in development this is one. */
const ownOrigin = { target: gateway, changeOrigin: true, headers: { Origin: gateway } }

export default defineConfig({
  plugins: [withoutIconFont, vue()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Nothing as data: and nothing inline: the pages work under `default-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/api': ownOrigin,
      '/ws': { ...ownOrigin, ws: true },
    },
  },
})
