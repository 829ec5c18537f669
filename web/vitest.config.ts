import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import SurefireReporter from './tools/surefire-reporter.ts'

export default defineConfig({
  plugins: [vue()],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{sdk,chat}/**/*.test.ts'],
    reporters: ['default', new SurefireReporter('target/surefire-reports')],
    passWithNoTests: false,
  },
})
