import { click } from './click.ts'
import type { Core } from './core.ts'
import { findMessage, notices, requireChannel, visibleMessages } from './state/lookup.ts'
import type { Change, Channel, Message, User } from './state/model.ts'
import { shownText } from './shown-text.ts'
import { typeLine } from './typed-line.ts'

/** A person in the workspace, played by a test or a script. */
export type WorkspaceUser = {
  readonly id: string
  /**
   * Types a line and gives what the user then sees from others: every message posted or changed
   * because of it, at least one. A line that is no slash command gives the posted message itself.
   */
  types(
    channel: string,
    text: string,
    options?: { readonly threadTs?: string },
  ): Promise<readonly Message[]>
  /**
   * Clicks an element, found by its action_id or its words; `option` is the choice in a menu.
   * Gives what changes for the user, as `types` does; nothing when a message went away.
   * Throws when the bot does not acknowledge.
   */
  clicks(message: Message, element: string, option?: string): Promise<readonly Message[]>
  /** Waits until the user sees a message whose text matches, and gives the newest such one. */
  sees(channel: string, wanted: string | RegExp): Promise<Message>
}

/** Lets somebody act in the workspace. Waiting ends with an error after `patienceMs`. */
export function playUser(core: Core, user: User, patienceMs: number): WorkspaceUser {
  const open = (spec: string) => requireChannel(core.live.current(), spec, user.id)
  return {
    id: user.id,
    async types(spec, text, options = {}) {
      const channel = open(spec)
      const isCommand = text.startsWith('/')
      const isAnswer = (message: Message) => !isCommand || message.userId !== user.id
      return collect(core, { user, channel, patienceMs, isAnswer }, (cause) =>
        typeLine(core, { user, channel, text, threadTs: options.threadTs, cause }),
      )
    },
    async clicks(message, element, option) {
      const channel = open(message.channelId)
      const target = { element, option }
      return collect(core, { user, channel, patienceMs, isAnswer: () => true }, async (cause) => {
        const delivery = await click(core, { user, channel, message, target, cause })
        if (delivery.kind === 'failed') throw new Error(`the click failed: ${delivery.error}`)
      })
    },
    async sees(spec, wanted) {
      const channel = open(spec)
      return waitFor(core, patienceMs, `${user.name} to see ${String(wanted)} in ${spec}`, () =>
        visibleMessages(core.live.current(), channel.id, user.id).findLast((message) =>
          matches(message, wanted),
        ),
      )
    },
  }
}

type Watch = {
  readonly user: User
  readonly channel: Channel
  readonly patienceMs: number
  readonly isAnswer: (message: Message) => boolean
}

async function collect(
  core: Core,
  watch: Watch,
  act: (cause: string) => Promise<void>,
): Promise<readonly Message[]> {
  const cause = core.newId()
  const seen: Change[] = []
  const stop = core.live.subscribe((change, changeCause) => {
    if (isFor(core, watch, change) && (changeCause ?? cause) === cause) seen.push(change)
  })
  try {
    await act(cause)
    await waitFor(core, watch.patienceMs, `an answer for ${watch.user.name}`, () => seen.at(0))
    return present(core, seen)
  } finally {
    stop()
  }
}

function isFor(core: Core, { user, channel, isAnswer }: Watch, change: Change): boolean {
  if (!('message' in change) || change.message.channelId !== channel.id) return false
  return notices(core.live.current(), change, user.id) && isAnswer(change.message)
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

async function waitFor<Value>(
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

function matches(message: Message, wanted: string | RegExp): boolean {
  const text = shownText(message)
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}
