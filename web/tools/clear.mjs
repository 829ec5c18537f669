// Pages carry a hash in their names: those of the last build must not stay in the jar beside the new ones.
import { rmSync } from 'node:fs'

rmSync('target/classes/META-INF/resources', { recursive: true, force: true })
