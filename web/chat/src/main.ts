import { browserParts, Sparrow } from '@sparrow/sdk'
import { createApp } from 'vue'
import App from './app/App.vue'
import { useClient } from './app/client.ts'
import { startLanguage } from './app/i18n.ts'
import { makeRouter } from './app/routes.ts'
import { cameBack } from './session/provider.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'

async function start(): Promise<void> {
  const isMocked = import.meta.env.MODE === 'mocked'
  const parts = isMocked ? await (await import('./mocked/parts.ts')).mockedParts() : await browserParts()
  const { client } = useClient(new Sparrow(parts))
  await Promise.all([client.restore(cameBack(location.search).isIn), startLanguage()])
  createApp(App).use(makeRouter()).mount('#app')
}

void start()
