import type { Core } from '../core.ts'
import { findMessage, notices } from '../state/lookup.ts'
import type { Change, Channel, Message, User } from '../state/model.ts'

/** What a played user waits for: in one channel or in all, and which messages count. */
export type Watch = {
  readonly user: User
  readonly patienceMs: number
  readonly channel?: Channel | undefined
  readonly isAnswer: (message: Message) => boolean
}

/** Does something and gives the messages that come of it, after at least one thing has changed. */
export async function collect(
  core: Core,
  watch: Watch,
  act: (cause: string) => Promise<void>,
): Promise<readonly Message[]> {
  const cause = core.newId()
  const changes: Change[] = []
  const stop = core.live.subscribe((change, changeCause) => {
    if ((changeCause ?? cause) === cause) changes.push(change)
  })
  const seen = () => changes.filter((change) => isFor(core, watch, change))
  try {
    await act(cause)
    await waitFor(core, watch.patienceMs, `an answer for ${watch.user.name}`, () => seen().at(0))
    return present(core, seen())
  } finally {
    stop()
  }
}

function isFor(core: Core, { user, channel, isAnswer }: Watch, change: Change): boolean {
  if (change.kind === 'modals' || change.kind === 'home') return change.userId === user.id
  if (!('message' in change)) return false
  const isThere = channel === undefined || change.message.channelId === channel.id
  return isThere && notices(core.live.current(), change, user.id) && isAnswer(change.message)
}

// A message that changed twice is given once, as it is now; one that went away is not given.
function present(core: Core, changes: readonly Change[]): readonly Message[] {
  const messages = new Map<string, Message>()
  for (const change of changes) {
    if (!('message' in change)) continue
    const { channelId, ts } = change.message
    const message = findMessage(core.live.current(), channelId, ts)
    if (message !== undefined) messages.set(ts, message)
  }
  return [...messages.values()]
}

/** Looks again after each change until there is something; an error after `patienceMs`. */
export async function waitFor<Value>(
  core: Core,
  patienceMs: number,
  what: string,
  look: () => Value | undefined,
): Promise<Value> {
  const found = look()
  if (found !== undefined) return found
  return new Promise<Value>((resolve, reject) => {
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`waited ${patienceMs} ms for ${what}`))
    }, patienceMs)
    const stop = core.live.subscribe(() => {
      const value = look()
      if (value === undefined) return
      clearTimeout(timer)
      stop()
      resolve(value)
    })
  })
}
