import type { Core } from '../core.ts'
import type { Delivery } from '../delivery/bot-request.ts'
import type { Shown } from '../delivery/shown.ts'
import type { Option } from '../elements/options.ts'
import { click } from '../interaction/click.ts'
import { closeModal } from '../interaction/close.ts'
import { openHome } from '../interaction/open-home.ts'
import { runShortcut } from '../interaction/run-shortcut.ts'
import { submit } from '../interaction/submit.ts'
import { suggest } from '../interaction/suggest.ts'
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
type Handlers = {
  readonly [Name in keyof PageRequests]: (
    core: Core,
    body: PageRequests[Name],
    user: User,
  ) => Promise<Answer>
}

const handlers: Handlers = {
  async type(core, { channel, text, threadTs }, user) {
    const place = requireChannel(core.live.current(), channel, user.id)
    await typeLine(core, { user, channel: place, text, threadTs, cause: core.newId() })
    return done
  },
  async click(core, { place, blockId, actionId, value, form }, user) {
    const shown = shownAt(core, user, place)
    const target = { element: actionId, blockId }
    return answerTo(await click(core, { user, shown, target, value, form, cause: core.newId() }))
  },
  async suggest(core, { place, blockId, actionId, query }, user) {
    const shown = shownAt(core, user, place)
    const target = { element: actionId, blockId }
    const suggested = await suggest(core, { user, shown, target, typed: query })
    if (!suggested.ok) return { ok: false, error: suggested.problems[0] ?? 'invalid_options' }
    const [plain, named] = [suggested.value.filter(isPlain), suggested.value.filter(isNamed)]
    const groups = named.map(({ label, options }) => ({ label, options: options.map(plainOption) }))
    return { ok: true, options: plain.flatMap(({ options }) => options.map(plainOption)), groups }
  },
  submit: (core, { viewId, form }, user) =>
    submit(core, { user, viewId, form, cause: core.newId() }),
  async close(core, { viewId, all = false, form = {} }, user) {
    await closeModal(core, { user, viewId, all, form })
    return done
  },
  async shortcut(core, { callbackId, message }, user) {
    const on = message === undefined ? undefined : messageAt(core, user, message)
    return answerTo(await runShortcut(core, { user, callbackId, on, cause: core.newId() }))
  },
  async home(core, _body, user) {
    openHome(core, user)
    return done
  },
  async language(core, { locale }, user) {
    core.live.apply((state) => setLocale(state, user.id, locale))
    return done
  },
}

/**
 * Does what somebody did on the page, or undefined when there is no such thing to do. Throws
 * `NotHere` for what is not there, and a ZodError for a body of another shape.
 */
export function answerPage(core: Core, name: string, body: unknown): Promise<Answer> | undefined {
  return isRequest(name) ? handle(core, name, body) : undefined
}

function isRequest(name: string): name is keyof PageRequests {
  return Object.hasOwn(pageRequests, name)
}

function handle<Name extends keyof PageRequests>(core: Core, name: Name, body: unknown) {
  const request = pageRequests[name].parse(body)
  return handlers[name](core, request, requireUser(core.live.current(), request.user))
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

function isPlain({ label }: { readonly label: string | undefined }): boolean {
  return label === undefined
}

function isNamed<Group extends { readonly label: string | undefined }>(
  group: Group,
): group is Group & { readonly label: string } {
  return group.label !== undefined
}

function plainOption({ text, value = '', description }: Option): SuggestedOption {
  return { label: text.text, value, description: description?.text }
}
