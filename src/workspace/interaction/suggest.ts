import { z } from 'zod'

import { failure, success, type Result } from '../../result.ts'
import type { Core } from '../core.ts'
import { commonParts } from '../delivery/payload-parts.ts'
import { blocksOf, idOf, shownParts, type Shown } from '../delivery/shown.ts'
import type { Option } from '../elements/options.ts'
import { findPlaced, type Target } from '../elements/placed.ts'
import { parseJson } from '../json.ts'
import { NotHere } from '../not-here.ts'
import type { User } from '../state/model.ts'
import { stateOf } from './form.ts'

/** Somebody types into a menu whose options come from the app. */
export type Query = {
  readonly user: User
  readonly shown: Shown
  readonly target: Target
  readonly typed: string
}

/** Options under a heading, or without one. */
export type OptionGroup = {
  readonly label: string | undefined
  readonly options: readonly Option[]
}

const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  })
const option = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(75),
  description: plainText(75).optional(),
})
const answer = z.union([
  z.strictObject({ options: z.array(option).max(100) }),
  z.strictObject({
    option_groups: z
      .array(z.strictObject({ label: plainText(75), options: z.array(option).max(100) }))
      .max(100),
  }),
])

/**
 * Asks the app for the options of an external menu. What it answers is checked as strictly as
 * blocks are. Throws when there is no such menu.
 * https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
 */
export async function suggest(
  core: Core,
  { user, shown, target, typed }: Query,
): Promise<Result<readonly OptionGroup[], string>> {
  const placed = findPlaced(blocksOf(shown), target)
  if (placed === undefined || !placed.element.type.endsWith('external_select')) {
    throw new NotHere(`no external menu: ${JSON.stringify(target)}`)
  }
  const { blockId, actionId } = placed
  const state = core.live.current()
  const payload = {
    type: 'block_suggestion',
    ...commonParts(state, user, core.verificationToken),
    ...shownParts(state, shown, stateOf(core, user, shown, {})),
    action_id: actionId,
    block_id: blockId,
    value: typed,
  }
  const delivery = await core.send({ kind: 'interactive', name: 'block_suggestion', payload })
  if (delivery.kind === 'failed') return failure([delivery.error])
  const groups = readGroups(delivery.body)
  if (groups === undefined) return failure(['invalid_options'])
  const all = groups.flatMap(({ options }) => options)
  core.suggestions.keep({ userId: user.id, shownId: idOf(shown), blockId, actionId }, all)
  return success(groups)
}

function readGroups(body: string): readonly OptionGroup[] | undefined {
  const read = answer.safeParse(body === '' ? { options: [] } : parseJson(body))
  if (!read.success) return undefined
  if ('options' in read.data) return [{ label: undefined, options: read.data.options.map(clean) }]
  return read.data.option_groups.map(({ label, options }) => ({
    label: label.text,
    options: options.map(clean),
  }))
}

function clean({ text, value, description }: z.infer<typeof option>): Option {
  return { text: plain(text), value, ...(description && { description: plain(description) }) }
}

function plain({ text }: { readonly text: string }) {
  return { type: 'plain_text', text } as const
}
