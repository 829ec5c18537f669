import type { Http } from '../http/http.ts'
import type { Listing, MeView } from '../wire/conversation.ts'
import type { Id } from '../wire/message.ts'
import type { ProfileChange, SecondFactorBegun, SessionView } from '../wire/myself.ts'

/** What I do with my own account: profile, devices, password, second factor. Keeps nothing but the profile. */
export class Myself {
  profile: MeView | undefined

  constructor(
    private readonly http: Http,
    private readonly changed: (me: MeView) => void,
  ) {}

  async read(): Promise<void> {
    this.learn(await this.http.ask<MeView>('GET', '/users/me'))
  }

  async change(change: ProfileChange): Promise<void> {
    this.learn(await this.http.ask<MeView>('PATCH', '/users/me', { body: change }))
  }

  /** My log-ins, the newest first. */
  async devices(): Promise<readonly SessionView[]> {
    return (await this.http.ask<Listing<SessionView>>('GET', '/users/me/sessions')).items
  }

  /** Logs one device out. */
  end(sessionId: Id): Promise<void> {
    return this.http.ask('DELETE', `/users/me/sessions/${sessionId}`)
  }

  /** Logs every device out but this one. */
  endOthers(): Promise<void> {
    return this.http.ask('DELETE', '/users/me/sessions')
  }

  /** All other devices are logged out with it. `current` is empty for an account that never had one. */
  changePassword(current: string, password: string): Promise<void> {
    return this.http.ask('POST', '/auth/password', { body: { ...(current ? { current } : {}), password } })
  }

  async hasSecondFactor(): Promise<boolean> {
    return (await this.http.ask<{ on: boolean }>('GET', '/auth/second-factor')).on
  }

  beginSecondFactor(): Promise<SecondFactorBegun> {
    return this.http.ask('POST', '/auth/second-factor', { body: {} })
  }

  /** Answers the recovery codes, which nobody can see again. */
  async confirmSecondFactor(code: string): Promise<readonly string[]> {
    return (await this.http.ask<{ recoveryCodes: readonly string[] }>('POST', '/auth/second-factor/confirm', { body: { code } })).recoveryCodes
  }

  /** By a code of the app or a recovery code. */
  endSecondFactor(code: string): Promise<void> {
    return this.http.ask('POST', '/auth/second-factor/end', { body: { code } })
  }

  private learn(me: MeView): void {
    this.profile = me
    this.changed(me)
  }
}
