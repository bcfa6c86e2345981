import type { Core } from './core.ts'
import type { Delivery } from './delivery/bot-request.ts'
import type { Shown } from './delivery/shown.ts'
import type { ElementValue } from './http/page-contract.ts'
import { allowInstall } from './interaction/allow-install.ts'
import { click } from './interaction/click.ts'
import { closeModal } from './interaction/close.ts'
import { openHome } from './interaction/open-home.ts'
import { runShortcut } from './interaction/run-shortcut.ts'
import { submit } from './interaction/submit.ts'
import { suggest } from './interaction/suggest.ts'
import { readAnswers, type Answers } from './played/answers.ts'
import { collect, waitFor, type Watch } from './played/watch.ts'
import { shownText } from './shown-text.ts'
import { requireChannel, topModal, visibleMessages } from './state/lookup.ts'
import type { AppView, Message, User } from './state/model.ts'
import { setLocale } from './state/people.ts'
import { typeLine } from './typed-line.ts'

/** What came of a form: errors by block_id if any, and the modal that is on top now. */
export type Submitted = {
  readonly errors: Readonly<Record<string, string>>
  readonly modal: AppView | undefined
}

/**
 * A person in the workspace, played by a test or a script. What they do waits until something
 * appears or changes for them because of it, and throws when nothing does.
 */
export type WorkspaceUser = {
  readonly id: string
  /**
   * Types a line and gives what the user then sees from others: every message posted or changed
   * because of it, at least one. A line that is no slash command gives the posted message itself.
   */
  types(channel: string, text: string, options?: InThread): Promise<readonly Message[]>
  /** Writes `@eksip` and the text, and gives what the bot answers, at least one message. */
  mentions(channel: string, text: string, options?: InThread): Promise<readonly Message[]>
  /**
   * Uses an element, found by its action_id or its words; `value` is the choice in a menu, by its
   * words or value. Gives the messages that changed or came; none when one went away, or when a
   * modal or the Home changed instead. Throws when the bot does not acknowledge.
   */
  clicks(
    where: Message | AppView,
    element: string,
    value?: ElementValue,
  ): Promise<readonly Message[]>
  /** Types into an external menu and gives the words of the options that the app suggests. */
  suggestions(where: Message | AppView, element: string, typed: string): Promise<readonly string[]>
  /** Types into an external menu and chooses an option, by its words or value, as `clicks` does. */
  chooses(
    where: Message | AppView,
    element: string,
    option: string,
    typed?: string,
  ): Promise<readonly Message[]>
  /** Fills in a modal and sends it. Inputs are named by action_id, block_id or label. */
  submits(view: AppView, answers?: Answers): Promise<Submitted>
  /** Closes the modal on top, or with `all` every open one. */
  closes(view: AppView, options?: { readonly all?: boolean }): Promise<void>
  /** Runs a shortcut of a message, or with `null` a global one; gives messages as `clicks` does. */
  shortcut(message: Message | null, callbackId: string): Promise<readonly Message[]>
  /** Opens the App Home and gives what the app publishes then. */
  opensHome(): Promise<AppView>
  /** Waits until the user sees a message whose text matches, and gives the newest such one. */
  sees(channel: string, wanted: string | RegExp): Promise<Message>
  /** Waits until the modal on top has matching words, and gives it. */
  seesModal(wanted?: string | RegExp): Promise<AppView>
  /** The modal on top right now. */
  modal(): AppView | undefined
  /** Changes the language, such as `fr-FR`. */
  speaks(locale: string): void
  /** Allows an installation, as an admin, and gives the address that the browser goes to then. */
  allows(authorizeUrl: string): string
}

type InThread = { readonly threadTs?: string }

/** Lets somebody act in the workspace. Waiting ends with an error after `patienceMs`. */
export function playUser(core: Core, user: User, patienceMs: number): WorkspaceUser {
  const open = (spec: string) => requireChannel(core.live.current(), spec, user.id)
  const anything: Watch = { user, patienceMs, isAnswer: () => true }
  const use = async (where: Message | AppView, element: string, value?: ElementValue) => {
    const shown = shownOf(core, user, where)
    const channel = shown.kind === 'message' ? shown.channel : undefined
    return collect(core, { ...anything, channel }, async (cause) => {
      const clicked = { user, shown, target: { element }, value, cause }
      requireAcknowledged('click', await click(core, clicked))
    })
  }
  const ask = async (where: Message | AppView, element: string, typed: string) => {
    const shown = shownOf(core, user, where)
    const suggested = await suggest(core, { user, shown, target: { element }, typed })
    if (!suggested.ok) throw new Error(`no suggestions: ${suggested.problems.join(', ')}`)
    return suggested.value.flatMap(({ options }) => options)
  }
  const top = () => topModal(core.live.current(), user.id)
  return {
    id: user.id,
    async types(spec, text, { threadTs } = {}) {
      const channel = open(spec)
      const isCommand = text.startsWith('/')
      const isAnswer = (message: Message) => !isCommand || message.userId !== user.id
      return collect(core, { user, patienceMs, channel, isAnswer }, async (cause) => {
        await typeLine(core, { user, channel, text, threadTs, cause })
      })
    },
    async mentions(spec, text, { threadTs } = {}) {
      const channel = open(spec)
      let root = threadTs
      const isAnswer = (message: Message) =>
        message.userId !== user.id && [undefined, root].includes(message.threadTs)
      return collect(core, { user, patienceMs, channel, isAnswer }, async (cause) => {
        const line = `@${core.live.current().app.name} ${text}`
        const said = await typeLine(core, { user, channel, text: line, threadTs, cause })
        root ??= said?.ts
      })
    },
    clicks: use,
    async suggestions(where, element, typed) {
      return (await ask(where, element, typed)).map(({ text }) => text.text)
    },
    async chooses(where, element, option, typed = option) {
      await ask(where, element, typed)
      return use(where, element, option)
    },
    async submits(view, answers = {}) {
      const ofExternal = async (element: string, typed: string) =>
        void (await ask(view, element, typed))
      const form = await readAnswers(view.blocks, answers, ofExternal)
      const sent = { user, viewId: view.id, form, cause: core.newId() }
      const answer = await submit(core, sent)
      if (answer.ok) return { errors: {}, modal: top() }
      if (Object.keys(answer.errors).length > 0) return { errors: answer.errors, modal: top() }
      throw new Error(`the form failed: ${answer.error}`)
    },
    closes: (view, { all = false } = {}) =>
      closeModal(core, { user, viewId: view.id, all, form: {} }),
    async shortcut(message, callbackId) {
      const on = message === null ? undefined : { channel: open(message.channelId), message }
      return collect(core, { ...anything, channel: on?.channel }, async (cause) => {
        const run = { user, callbackId, on, cause }
        requireAcknowledged('shortcut', await runShortcut(core, run))
      })
    },
    async opensHome() {
      let published: AppView | undefined
      const stop = core.live.subscribe((change) => {
        if (change.kind === 'home' && change.userId === user.id) published = change.home
      })
      try {
        openHome(core, user)
        return await waitFor(core, patienceMs, `the Home of ${user.name}`, () => published)
      } finally {
        stop()
      }
    },
    async sees(spec, wanted) {
      const channel = open(spec)
      return waitFor(core, patienceMs, `${user.name} to see ${String(wanted)} in ${spec}`, () =>
        visibleMessages(core.live.current(), channel.id, user.id).findLast((message) =>
          matches(shownText(message), wanted),
        ),
      )
    },
    async seesModal(wanted = '') {
      const what = `${user.name} to see a modal with ${String(wanted)}`
      return waitFor(core, patienceMs, what, () => {
        const view = top()
        return view !== undefined && matches(wordsOf(view), wanted) ? view : undefined
      })
    },
    modal: top,
    speaks: (locale) => void core.live.apply((state) => setLocale(state, user.id, locale)),
    allows: (authorizeUrl) => allowInstall(core, user, new URL(authorizeUrl).searchParams),
  }
}

function shownOf(core: Core, user: User, where: Message | AppView): Shown {
  if (!('ts' in where)) return { kind: 'view', view: where }
  const channel = requireChannel(core.live.current(), where.channelId, user.id)
  return { kind: 'message', channel, message: where }
}

function requireAcknowledged(what: string, delivery: Delivery): void {
  if (delivery.kind === 'failed') throw new Error(`the ${what} failed: ${delivery.error}`)
}

function wordsOf({ title, blocks }: AppView): string {
  return `${title?.text ?? ''}\n${shownText({ text: '', blocks })}`
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}
