import type { types } from '@slack/bolt'
import { RUNS_ACTION } from '../../blocks/form/compare-form.ts'
import { option, text } from '../../blocks/form/elements.ts'
import { TYPE_ACTION } from '../../blocks/form/question-form.ts'
import { suggestInstances } from '../../instance/suggest.ts'
import { visitorOf, type Caller } from '../asker.ts'
import type { ListenerContext } from '../context.ts'
import type { Listener } from '../listeners/listener.ts'
import { callerOfForm } from './form-caller.ts'
import { ANYWHERE, readMetadata } from './metadata.ts'
import { Suggestion } from './payloads.ts'
import { findRuns } from './find-runs.ts'
import { optionText } from './run-option.ts'

/** So many options are easily read; Slack takes a hundred. */
const MOST_TYPES = 30

/** The options of menus that search while somebody types. */
export const suggestions: Listener = (app, context) => {
  app.options(TYPE_ACTION, async ({ payload, ack }) => {
    const names = suggestInstances(payload.value, MOST_TYPES)
    await ack({ options: names.map((name) => option(name, name)) })
  })
  app.options(RUNS_ACTION, ({ body, ack, context: bolt }) =>
    context.underWay.run(async () => {
      const read = Suggestion.safeParse(body)
      if (!read.success) return ack({ options: [] })
      const metadata = readMetadata(read.data.view?.private_metadata ?? '') ?? ANYWHERE
      const caller = callerOfForm(read.data, metadata, bolt)
      const groups = await runGroups(read.data.value, metadata.run, caller, context)
      return groups.length === 0 ? ack({ options: [] }) : ack({ option_groups: groups })
    }),
  )
}

async function runGroups(
  typed: string,
  but: number | null,
  caller: Caller,
  context: ListenerContext,
): Promise<{ label: types.PlainTextElement; options: types.PlainTextOption[] }[]> {
  const { asker, words } = await visitorOf(caller, context)
  const found = await findRuns(typed, asker, context.history)
  const { form } = words.surfaces
  const seen = new Set([but])
  const groups = (['named', 'pinned', 'recent'] as const).map((kind) => ({
    label: text(form[kind]),
    // The same run is offered once, under the first heading.
    options: found[kind].flatMap((run) => {
      if (run.number === null || seen.has(run.number)) return []
      seen.add(run.number)
      return [option(optionText(run), String(run.number))]
    }),
  }))
  return groups.filter(({ options }) => options.length > 0)
}
