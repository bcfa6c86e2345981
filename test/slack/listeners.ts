import { App } from '@slack/bolt'
import { vi } from 'vitest'

const KINDS = ['action', 'command', 'event', 'options', 'shortcut', 'view'] as const

/** What the bot listens to, such as `event app_mention`, and what of it has run. */
export interface Listened {
  readonly registered: Set<string>
  readonly ran: Set<string>
}

/** Watches all listeners that are registered from now on. */
export function watchListeners(): Listened {
  vi.restoreAllMocks()
  const registered = new Set<string>()
  const ran = new Set<string>()
  for (const kind of KINDS) {
    // Each of these methods has several signatures; what came in is passed on.
    const original = Reflect.get(App.prototype, kind)
    vi.spyOn(App.prototype, kind).mockImplementation(function (this: App, ...words: unknown[]) {
      const [constraint, listener] = words
      const name = `${kind} ${nameOf(constraint)}`
      registered.add(name)
      if (typeof listener !== 'function') throw new Error(`${name} has no listener`)
      const watched = (args: unknown): unknown => {
        ran.add(name)
        return Reflect.apply(listener, undefined, [args])
      }
      return Reflect.apply(original, this, [constraint, watched])
    })
  }
  return { registered, ran }
}

/** A listener's constraint as text: an id, a pattern, or the id of a shortcut and its kind. */
function nameOf(constraint: unknown): string {
  return constraint instanceof RegExp || typeof constraint === 'string'
    ? String(constraint)
    : JSON.stringify(constraint)
}
