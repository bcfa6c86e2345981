import type { AckFn, Context, ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import { CHANGE_BLOCK, CHANGE_FORM } from '../../blocks/form/change-form.ts'
import { COMPARE_FORM, RUNS_ACTION, RUNS_BLOCK } from '../../blocks/form/compare-form.ts'
import { VALUE_ACTION } from '../../blocks/form/elements.ts'
import { notice } from '../../blocks/form/notice.ts'
import { QUESTION_FORM } from '../../blocks/form/question-form.ts'
import { changeLine, formLine, type FormLine } from '../../reply/form.ts'
import { ask } from '../ask.ts'
import { visitorOf, type Visitor } from '../asker.ts'
import type { ListenerContext } from '../context.ts'
import type { Listener } from '../listeners/listener.ts'
import { callerOfForm } from './form-caller.ts'
import { errorsOf, problemsOf, sentence, type FormErrors } from './form-problems.ts'
import { placeOf, valuesOf } from './form-state.ts'
import { readMetadata, type Metadata } from './metadata.ts'
import { filledWith, seenRun } from './open-form.ts'
import { Submission } from './payloads.ts'
import { deliver } from './say.ts'

/** A form that was sent, and whoever sent it. */
interface Sent {
  readonly submission: Submission
  readonly metadata: Metadata
  readonly visitor: Visitor
}

/** The line that a form asks; what is wrong with its fields; or `null` where its run is gone. */
type Read = { readonly line: string } | { readonly errors: FormErrors } | null

/** Forms that were sent. Mistakes are shown in the form; else the form closes and its line is asked. */
export const submissions: Listener = (app, context) => {
  const listenTo = (
    form: string,
    read: (sent: Sent, context: ListenerContext) => Read | Promise<Read>,
  ) =>
    app.view<ViewSubmitAction>(form, ({ body, ack, context: bolt }) =>
      context.underWay.run(() => handle(body, ack, bolt, read, context)),
    )
  listenTo(QUESTION_FORM, readQuestion)
  listenTo(CHANGE_FORM, readChange)
  listenTo(COMPARE_FORM, readComparison)
}

async function handle(
  body: unknown,
  ack: AckFn<ViewResponseAction>,
  bolt: Context,
  read: (sent: Sent, context: ListenerContext) => Read | Promise<Read>,
  context: ListenerContext,
): Promise<void> {
  const parsed = Submission.safeParse(body)
  const carried = parsed.success ? readMetadata(parsed.data.view.private_metadata) : null
  if (!parsed.success || !carried) return ack()
  const submission = parsed.data
  const metadata = placed(carried, submission)
  const caller = callerOfForm(submission, metadata, bolt)
  const visitor = await visitorOf(caller, context)
  const found = await read({ submission, metadata, visitor }, context)
  const { surfaces } = visitor.words
  if (found === null) {
    const view = notice(surfaces.form.gone(metadata.run ?? 0), visitor.words)
    return ack({ response_action: 'update', view })
  }
  if ('errors' in found) return ack({ response_action: 'errors', errors: { ...found.errors } })
  const { responseUrl } = metadata
  const request = {
    text: found.line,
    isCanonical: true,
    caller,
    key: submission.view.id,
    responseUrl,
  }
  const answered = await ask({ ...request, arrivedAt: Number(bolt['arrivedAt']) }, context)
  await ack()
  await deliver(answered, caller, responseUrl, context)
}

/** With the place that was chosen in the form, and the response_url that Slack gives for it. */
function placed(metadata: Metadata, { view, response_urls }: Submission): Metadata {
  const channel = metadata.channel ?? placeOf(view.state)
  const [chosen] = response_urls.filter(({ channel_id }) => channel_id === channel)
  return { ...metadata, channel, responseUrl: chosen?.response_url ?? metadata.responseUrl }
}

async function readQuestion(sent: Sent, { history }: ListenerContext): Promise<Read> {
  const { submission, metadata, visitor } = sent
  const { state } = submission.view
  if (metadata.run === null) return checked(formLine(valuesOf(state, {})), null, sent)
  const run = await seenRun(metadata.run, visitor.asker, history)
  if (!run) return null
  const filled = filledWith(run.scenario)
  const made = changeLine(metadata.run, valuesOf(state, filled), filled)
  return checked(made, run.scenario, sent)
}

function checked(
  made: FormLine,
  base: Parameters<typeof problemsOf>[1],
  { submission, visitor }: Sent,
): Read {
  const problems = problemsOf(made.line, base)
  if (problems.length === 0) return { line: made.line }
  const shown = Object.keys(submission.view.state.values)
  return { errors: errorsOf(problems, made, shown, visitor.words) }
}

async function readChange(
  { submission, metadata, visitor }: Sent,
  { history }: ListenerContext,
): Promise<Read> {
  const { run: number } = metadata
  const run = number === null ? null : await seenRun(number, visitor.asker, history)
  if (!run) return null
  const change = submission.view.state.values[CHANGE_BLOCK]?.[VALUE_ACTION]?.value ?? ''
  const line = `what-if #${number} ${change.replaceAll(/\s+/g, ' ').trim()}`
  const problems = problemsOf(line, run.scenario)
  if (problems.length === 0) return { line }
  const texts = problems.map((problem) => sentence(problem, visitor.words))
  return { errors: { [CHANGE_BLOCK]: texts.join(' ') } }
}

function readComparison({ submission, metadata }: Sent): Read {
  const chosen = submission.view.state.values[RUNS_BLOCK]?.[RUNS_ACTION]?.selected_options ?? []
  const others = chosen.map(({ value }) => value).filter((value) => /^\d{1,9}$/.test(value))
  if (metadata.run === null || others.length === 0) return null
  return { line: `compare ${[metadata.run, ...others].map((run) => `#${run}`).join(' ')}` }
}
