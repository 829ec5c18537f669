import type { Id } from '../src/wire/message.ts'
import type { RightView, SanctionView, SessionView } from '../src/wire/myself.ts'
import type { Answer, Call, Route } from './rest.ts'
import type { Told, World } from './world.ts'

/** What a fake account has that only its person sees. */
export interface Own {
  language: string | null
  findable: boolean
  sanctions: SanctionView[]
  sessions: SessionView[]
  factor: 'off' | 'begun' | 'on'
}

/** The code that every authenticator app of this world shows, and the one recovery code. */
export const CODE = '123456'
export const RECOVERY = 'abcd-efgh-ijkl-mnop'

const RIGHTS = ['admin', 'contact', 'login', 'profile', 'speak']

const ok = (body?: unknown): Answer => (body === undefined ? { status: 204 } : { status: 200, body })
const no = (status: number, code: string): Answer => ({ status, body: { code, status, retryable: false } })

/** One's own account, over REST. */
export const ownRoutes: readonly Route[] = [
  ['GET', /^\/users\/me$/, ({ world, me }) => ok(profile(world, me))],
  ['PATCH', /^\/users\/me$/, changeProfile],
  ['GET', /^\/users\/me\/rights$/, ({ world, me }) => ok({ items: rightsOf(world, me) })],
  ['GET', /^\/users\/me\/sessions$/, ({ world, me }) => ok({ items: world.own(me).sessions })],
  ['DELETE', /^\/users\/me\/sessions(?:\/(\d+))?$/, endSessions],
  ['POST', /^\/auth\/password$/, changePassword],
  ['GET', /^\/auth\/second-factor$/, ({ world, me }) => ok({ on: world.own(me).factor === 'on' })],
  ['POST', /^\/auth\/second-factor$/, begin],
  ['POST', /^\/auth\/second-factor\/(confirm|end)$/, confirmOrEnd],
]

/** The live ban or mute, if any. */
export function sanctionOf(world: World, id: Id, kind: SanctionView['kind']): SanctionView | undefined {
  return world.own(id).sanctions.find((one) => one.kind === kind && (!one.until || Date.parse(one.until) > world.now()))
}

/** Sanctions somebody; answers who hears of it. */
export function sanction(world: World, id: Id, kind: SanctionView['kind'], reason: string, until?: string): Told[] {
  world.own(id).sanctions.push({ id: world.id(), kind, reason, ...(until ? { until } : {}) })
  return [{ to: id, room: '', frame: { t: 'event', area: 'rights', version: 1 } }]
}

function rightsOf(world: World, me: Id): RightView[] {
  const mute = sanctionOf(world, me, 'mute')
  return RIGHTS.map((right) => {
    const granted = right !== 'admin'
    const taken = right === 'speak' && mute !== undefined
    return {
      right,
      held: granted && !taken,
      grantedBy: granted ? ['user'] : [],
      takenBy: [],
      sanctions: taken ? [mute] : [],
      ...(taken && mute.until ? { until: mute.until } : {}),
    }
  })
}

function profile(world: World, me: Id): object {
  const { password: _secret, ...person } = world.people.get(me) ?? { password: '' }
  const { language, findable } = world.own(me)
  return { ...person, findable, ...(language ? { language } : {}) }
}

function changeProfile({ world, me, body }: Call): Answer {
  const person = world.people.get(me)
  if (!person) return no(404, 'not_found')
  if (body['nickname'] === '') return { status: 422, body: { code: 'invalid_body', errors: [{ pointer: '/nickname', message: 'is 1 to 64 characters' }] } }
  const { language, findable, ...seen } = body as Partial<Own> & Record<string, unknown>
  world.people.set(me, { ...person, ...seen })
  if (language !== undefined) world.own(me).language = language
  if (findable !== undefined) world.own(me).findable = findable
  return ok(profile(world, me))
}

function endSessions({ world, me }: Call, id?: string): Answer {
  const own = world.own(me)
  own.sessions = own.sessions.filter((one) => (id ? one.id !== id : one.current))
  return ok()
}

function changePassword({ world, me, body }: Call): Answer {
  const person = world.people.get(me)
  if (!person || person.password !== body['current']) return no(401, 'credentials_wrong')
  world.people.set(me, { ...person, password: String(body['password']) })
  return ok()
}

function begin({ world, me }: Call): Answer {
  world.own(me).factor = 'begun'
  return ok({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Sparrow:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Sparrow' })
}

function confirmOrEnd({ world, me, body }: Call, verb = ''): Answer {
  const good = body['code'] === CODE || (verb === 'end' && body['code'] === RECOVERY)
  if (!good) return no(401, 'credentials_wrong')
  world.own(me).factor = verb === 'confirm' ? 'on' : 'off'
  return verb === 'confirm' ? ok({ recoveryCodes: Array.from({ length: 10 }, () => RECOVERY) }) : ok()
}
