import type { z } from 'zod'

import type { Core } from '../core.ts'
import type { Delivery } from '../delivery/bot-request.ts'
import type { Shown } from '../delivery/shown.ts'
import type { Option } from '../elements/options.ts'
import { click } from '../interaction/click.ts'
import { closeModal } from '../interaction/close.ts'
import { openHome } from '../interaction/open-home.ts'
import { runShortcut } from '../interaction/run-shortcut.ts'
import { submit } from '../interaction/submit.ts'
import { suggest, type OptionGroup } from '../interaction/suggest.ts'
import { NotHere } from '../not-here.ts'
import { findMessage, mayRead, requireChannel, requireUser, topModal } from '../state/lookup.ts'
import type { Channel, Message, User } from '../state/model.ts'
import { setLocale } from '../state/people.ts'
import { typeLine } from '../typed-line.ts'
import type {
  OptionsAnswer,
  PageAnswer,
  PageRequests,
  Place,
  SubmitAnswer,
  SuggestedOption,
} from './page-contract.ts'
import { pageRequests } from './page-requests.ts'

type Answer = PageAnswer | OptionsAnswer | SubmitAnswer
type Handler = (core: Core, body: unknown) => Promise<Answer>

const handlers: ReadonlyMap<string, Handler> = new Map<keyof PageRequests, Handler>([
  [
    'type',
    on(pageRequests.type, async (core, { channel, text, threadTs }, user) => {
      const place = requireChannel(core.live.current(), channel, user.id)
      await typeLine(core, { user, channel: place, text, threadTs, cause: core.newId() })
      return done
    }),
  ],
  [
    'click',
    on(pageRequests.click, async (core, { place, blockId, actionId, value, form }, user) => {
      const shown = shownAt(core, user, place)
      const target = { element: actionId, blockId }
      const clicked = { user, shown, target, value, form, cause: core.newId() }
      return answerTo(await click(core, clicked))
    }),
  ],
  [
    'suggest',
    on(pageRequests.suggest, async (core, { place, blockId, actionId, query }, user) => {
      const shown = shownAt(core, user, place)
      const target = { element: actionId, blockId }
      const suggested = await suggest(core, { user, shown, target, typed: query })
      if (suggested.ok) return optionsAnswer(suggested.value)
      return { ok: false, error: suggested.problems[0] ?? 'invalid_options' }
    }),
  ],
  [
    'submit',
    on(pageRequests.submit, (core, { viewId, form }, user) =>
      submit(core, { user, viewId, form, cause: core.newId() }),
    ),
  ],
  [
    'close',
    on(pageRequests.close, async (core, { viewId, all = false, form = {} }, user) => {
      await closeModal(core, { user, viewId, all, form })
      return done
    }),
  ],
  [
    'shortcut',
    on(pageRequests.shortcut, async (core, { callbackId, message }, user) => {
      const place = message === undefined ? undefined : messageAt(core, user, message)
      const run = { user, callbackId, on: place, cause: core.newId() }
      return answerTo(await runShortcut(core, run))
    }),
  ],
  [
    'home',
    on(pageRequests.home, async (core, _body, user) => {
      openHome(core, user)
      return done
    }),
  ],
  [
    'language',
    on(pageRequests.language, async (core, { locale }, user) => {
      core.live.apply((state) => setLocale(state, user.id, locale))
      return done
    }),
  ],
])

/**
 * Does what somebody did on the page, or undefined when there is no such thing to do. Throws
 * `NotHere` for what is not there, and a ZodError for a body of another shape.
 */
export function answerPage(core: Core, name: string, body: unknown): Promise<Answer> | undefined {
  return handlers.get(name)?.(core, body)
}

/** Reads the body of a request, and who does it, before it is handled. */
function on<Request extends { readonly user: string }>(
  schema: z.ZodType<Request>,
  handle: (core: Core, request: Request, user: User) => Promise<Answer>,
): Handler {
  return async (core, body) => {
    const request = schema.parse(body)
    return handle(core, request, requireUser(core.live.current(), request.user))
  }
}

function shownAt(core: Core, user: User, place: Place): Shown {
  if (place.kind === 'message') return { kind: 'message', ...messageAt(core, user, place) }
  const home = core.live.current().homes[user.id]
  const usable = [home, topModal(core.live.current(), user.id)]
  const view = usable.find((each) => each?.id === place.viewId)
  if (view === undefined) throw new NotHere('view_not_found')
  return { kind: 'view', view }
}

function messageAt(
  core: Core,
  user: User,
  place: { readonly channel: string; readonly ts: string },
): { readonly channel: Channel; readonly message: Message } {
  const state = core.live.current()
  const channel = requireChannel(state, place.channel, user.id)
  const message = findMessage(state, channel.id, place.ts)
  if (message === undefined || !mayRead(state, message, user.id)) {
    throw new NotHere('message_not_found')
  }
  return { channel, message }
}

const done: PageAnswer = { ok: true }

function answerTo(delivery: Delivery): PageAnswer {
  return delivery.kind === 'failed' ? { ok: false, error: delivery.error } : done
}

function optionsAnswer(groups: readonly OptionGroup[]): OptionsAnswer {
  const plain = groups.filter(({ label }) => label === undefined)
  const named = groups.flatMap(({ label, options }) =>
    label === undefined ? [] : [{ label, options: options.map(plainOption) }],
  )
  return {
    ok: true,
    options: plain.flatMap(({ options }) => options.map(plainOption)),
    groups: named,
  }
}

function plainOption({ text, value = '', description }: Option): SuggestedOption {
  return { label: text.text, value, description: description?.text }
}
