import type { types } from '@slack/bolt'
import { changeForm } from '../../blocks/form/change-form.ts'
import { compareForm } from '../../blocks/form/compare-form.ts'
import { notice } from '../../blocks/form/notice.ts'
import { needsWhole, questionForm } from '../../blocks/form/question-form.ts'
import { format } from '../../command/format.ts'
import type { Asker, History, Run } from '../../history/history.ts'
import { formValues, type FormValues } from '../../reply/form.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Words } from '../../words/words.ts'
import { visitorOf, type Caller, type Visitor } from '../asker.ts'
import type { ListenerContext } from '../context.ts'
import type { Metadata } from './metadata.ts'

/** What somebody wants a form for. */
export type Wish = 'ask' | 'what-if' | 'compare'

/** Opens a form for whoever has just clicked. What it is about is looked up with their own rights. */
export async function openForm(
  wish: Wish,
  metadata: Metadata,
  { caller, trigger }: { readonly caller: Caller; readonly trigger: string },
  context: ListenerContext,
): Promise<void> {
  const [visitor, client] = await Promise.all([
    visitorOf(caller, context),
    context.clients.of(caller.installation),
  ])
  const view = await formFor(wish, metadata, visitor, context)
  await client.views.open({ trigger_id: trigger, view })
}

/** The form that is wished for, or a window that says why there is none. */
export async function formFor(
  wish: Wish,
  metadata: Metadata,
  { asker, words }: Visitor,
  { history }: Pick<ListenerContext, 'history'>,
): Promise<types.ModalView> {
  const { run: number } = metadata
  if (wish === 'ask' || number === null) return emptyForm(metadata, words)
  const run = await seenRun(number, asker, history)
  if (!run) return notice(words.surfaces.form.gone(number), words)
  if (wish === 'compare') {
    return compareForm({ run: number, ...carried(metadata), words })
  }
  return whatIfForm(number, run.scenario, metadata, words)
}

/** A run, if it is there and the asker may see it. */
export async function seenRun(number: number, asker: Asker, history: History): Promise<Run | null> {
  const found = await history.find(asker, { kind: 'number', number })
  return found.kind === 'run' ? found.run : null
}

/** What the form about a run begins with. The name stays with the run. */
export function filledWith(scenario: Scenario): FormValues {
  return formValues(scenario, null)
}

function whatIfForm(
  run: number,
  scenario: Scenario,
  metadata: Metadata,
  words: Words,
): types.ModalView {
  if (scenario.groups.length > 1) {
    const line = format(scenario)
    return changeForm({ run, line, ...carried(metadata), words })
  }
  const values = filledWith(scenario)
  const isWhole = needsWhole(values)
  return drawn({ ...metadata, isWhole }, values, words)
}

function emptyForm(metadata: Metadata, words: Words): types.ModalView {
  return drawn({ ...metadata, run: null }, {}, words)
}

/** The form of a question as it is now. */
export function drawn(metadata: Metadata, values: FormValues, words: Words): types.ModalView {
  return questionForm({
    values,
    isWhole: metadata.isWhole,
    run: metadata.run,
    ...carried(metadata),
    words,
  })
}

function carried(metadata: Metadata) {
  return { asksPlace: metadata.channel === null, metadata: JSON.stringify(metadata) }
}
