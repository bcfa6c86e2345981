import type { Core } from '../core.ts'
import type { Delivery } from '../delivery/bot-request.ts'
import type { Shown } from '../delivery/shown.ts'
import type { Option } from '../elements/options.ts'
import type { ElementValue } from '../http/page-contract.ts'
import { allowInstall } from '../interaction/allow-install.ts'
import { click } from '../interaction/click.ts'
import { closeModal } from '../interaction/close.ts'
import { openHome } from '../interaction/open-home.ts'
import { runShortcut } from '../interaction/run-shortcut.ts'
import { submit } from '../interaction/submit.ts'
import { suggest } from '../interaction/suggest.ts'
import { shownText } from '../shown-text.ts'
import { requireChannel, topModal, visibleMessages } from '../state/lookup.ts'
import type { AppView, Channel, Message, User } from '../state/model.ts'
import { setLocale } from '../state/people.ts'
import { uploadFile } from '../store-upload.ts'
import { typeLine } from '../typed-line.ts'
import { readAnswers, type Answers } from './answers.ts'
import { collect, waitFor, type Watch } from './watch.ts'
import type { InThread, Submitted, WorkspaceUser } from './workspace-user.ts'

/** Lets somebody act in the workspace. Waiting ends with an error after `patienceMs`. */
export class Player implements WorkspaceUser {
  readonly id: string
  readonly #core: Core
  readonly #user: User
  readonly #patienceMs: number

  constructor(core: Core, user: User, patienceMs: number) {
    this.id = user.id
    this.#core = core
    this.#user = user
    this.#patienceMs = patienceMs
  }

  async types(spec: string, text: string, { threadTs }: InThread = {}) {
    const channel = this.#channel(spec)
    const isCommand = text.startsWith('/')
    const isAnswer = (message: Message) => !isCommand || message.userId !== this.id
    return collect(this.#core, this.#watch(channel, isAnswer), async (cause) => {
      await typeLine(this.#core, { user: this.#user, channel, text, threadTs, cause })
    })
  }

  async mentions(spec: string, text: string, { threadTs }: InThread = {}) {
    const channel = this.#channel(spec)
    let root = threadTs
    const isAnswer = (message: Message) =>
      message.userId !== this.id && [undefined, root].includes(message.threadTs)
    return collect(this.#core, this.#watch(channel, isAnswer), async (cause) => {
      const line = `@${this.#core.live.current().app.name} ${text}`
      const sent = { user: this.#user, channel, text: line, threadTs, cause }
      const said = await typeLine(this.#core, sent)
      root ??= said?.ts
    })
  }

  async clicks(where: Message | AppView, element: string, value?: ElementValue) {
    const shown = this.#shown(where)
    const channel = shown.kind === 'message' ? shown.channel : undefined
    return collect(this.#core, this.#watch(channel), async (cause) => {
      const clicked = { user: this.#user, shown, target: { element }, value, cause }
      requireAcknowledged('click', await click(this.#core, clicked))
    })
  }

  async suggestions(where: Message | AppView, element: string, typed: string) {
    return (await this.#ask(where, element, typed)).map(({ text }) => text.text)
  }

  async chooses(where: Message | AppView, element: string, option: string, typed = option) {
    await this.#ask(where, element, typed)
    return this.clicks(where, element, option)
  }

  uploads(name: string, content: Buffer) {
    return uploadFile(this.#core, this.id, name, content).id
  }

  async submits(view: AppView, answers: Answers = {}): Promise<Submitted> {
    const form = await readAnswers(view.blocks, answers, async (element, typed) => {
      await this.#ask(view, element, typed)
    })
    const sent = { user: this.#user, viewId: view.id, form, cause: this.#core.newId() }
    const answer = await submit(this.#core, sent)
    const errors = answer.ok ? {} : answer.errors
    if (!answer.ok && Object.keys(errors).length === 0) {
      throw new Error(`the form failed: ${answer.error}`)
    }
    return { errors, modal: this.modal() }
  }

  closes(view: AppView, { all = false }: { readonly all?: boolean } = {}) {
    return closeModal(this.#core, { user: this.#user, viewId: view.id, all, form: {} })
  }

  async shortcut(message: Message | null, callbackId: string) {
    const on = message === null ? undefined : { channel: this.#channel(message.channelId), message }
    return collect(this.#core, this.#watch(on?.channel), async (cause) => {
      const run = { user: this.#user, callbackId, on, cause }
      requireAcknowledged('shortcut', await runShortcut(this.#core, run))
    })
  }

  async opensHome() {
    let published: AppView | undefined
    const stop = this.#core.live.subscribe((change) => {
      if (change.kind === 'home' && change.userId === this.id) published = change.home
    })
    try {
      openHome(this.#core, this.#user)
      return await this.#wait(`the Home of ${this.#user.name}`, () => published)
    } finally {
      stop()
    }
  }

  async sees(spec: string, wanted: string | RegExp) {
    const { id } = this.#channel(spec)
    return this.#wait(`${this.#user.name} to see ${String(wanted)} in ${spec}`, () =>
      visibleMessages(this.#core.live.current(), id, this.id).findLast((message) =>
        matches(shownText(message), wanted),
      ),
    )
  }

  async seesModal(wanted: string | RegExp = '') {
    return this.#wait(`${this.#user.name} to see a modal with ${String(wanted)}`, () => {
      const view = this.modal()
      return view !== undefined && matches(wordsOf(view), wanted) ? view : undefined
    })
  }

  modal() {
    return topModal(this.#core.live.current(), this.id)
  }

  speaks(locale: string) {
    this.#core.live.apply((state) => setLocale(state, this.id, locale))
  }

  allows(authorizeUrl: string) {
    return allowInstall(this.#core, this.#user, new URL(authorizeUrl).searchParams)
  }

  #channel(spec: string): Channel {
    return requireChannel(this.#core.live.current(), spec, this.id)
  }

  #shown(where: Message | AppView): Shown {
    if (!('ts' in where)) return { kind: 'view', view: where }
    return { kind: 'message', channel: this.#channel(where.channelId), message: where }
  }

  #watch(channel: Channel | undefined, isAnswer: Watch['isAnswer'] = () => true): Watch {
    return { user: this.#user, patienceMs: this.#patienceMs, channel, isAnswer }
  }

  #wait<Value>(what: string, look: () => Value | undefined): Promise<Value> {
    return waitFor(this.#core, this.#patienceMs, what, look)
  }

  async #ask(where: Message | AppView, element: string, typed: string): Promise<readonly Option[]> {
    const query = { user: this.#user, shown: this.#shown(where), target: { element }, typed }
    const suggested = await suggest(this.#core, query)
    if (!suggested.ok) throw new Error(`no suggestions: ${suggested.problems.join(', ')}`)
    return suggested.value.flatMap(({ options }) => options)
  }
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
