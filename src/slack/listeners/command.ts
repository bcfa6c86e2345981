import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { z } from 'zod'
import { ask, toAsker, type Answered, type Question } from '../ask.ts'
import type { ListenerContext } from '../context.ts'
import { installationOf } from '../installation.ts'
import { SlashCommand } from '../requests.ts'
import { metadataFor } from '../surfaces/metadata.ts'
import { openForm } from '../surfaces/open-form.ts'
import { deliver } from '../surfaces/say.ts'
import { typedText } from '../typed-text.ts'
import type { Listener } from './listener.ts'

/**
 * Slash commands. A command is acknowledged when its answer is stored, not before: what Slack took
 * for received is never lost. The acknowledgement shows the typed line; the reply follows as a
 * message of its own, whose timestamp is known. A command without a word opens a form.
 */
export const command: Listener = (app, context) => {
  // Bolt asks each listener about each request, which costs more than all else that Bolt does. So a
  // command passes them by. Whatever its name: a workspace may rename it, and Slack sends only ours.
  app.use((request) =>
    'command' in request && request.command !== undefined
      ? context.underWay.run(() => take(request, context))
      : request.next(),
  )
}

type Request = SlackCommandMiddlewareArgs & Pick<AllMiddlewareArgs, 'context'>

async function take(
  { command: form, ack, context: bolt }: Request,
  context: ListenerContext,
): Promise<void> {
  const read = SlashCommand.safeParse(form)
  if (!read.success) return ack(acknowledgement(toAsker(context.words.reply.unreadable)))
  const question = questionOf(read.data, bolt)
  const { caller, responseUrl } = question
  if (question.text.trim() === '') return open(question, ack, context)
  const answered = await ask(question, context)
  await ack(acknowledgement(answered))
  if (answered.kind === 'stored') context.courier.deliver(answered.id, answered.reply)
  if (answered.kind === 'file') context.files.send(answered, caller, responseUrl)
}

function questionOf(form: z.infer<typeof SlashCommand>, bolt: Request['context']): Question {
  const { team_id, channel_id, channel_name, user_id, user_name } = form
  return {
    text: typedText(form.text),
    key: form.trigger_id,
    responseUrl: form.response_url,
    arrivedAt: Number(bolt['arrivedAt']),
    caller: {
      installation: installationOf(bolt, team_id),
      workspace: team_id,
      channel: channel_id,
      channelName: channel_name,
      // Slack delivers no commands from threads.
      thread: null,
      user: user_id,
      userName: user_name || null,
    },
  }
}

/** Opens the form; where that fails, says how to ask. */
async function open(question: Question, ack: Request['ack'], context: ListenerContext) {
  await ack()
  const { caller, responseUrl } = question
  try {
    const opened = { caller, trigger: question.key }
    await openForm('ask', metadataFor(caller, responseUrl), opened, context)
  } catch (error) {
    context.logger.warn({ err: error }, 'a form could not be opened')
    const help = await ask({ ...question, text: 'help' }, context)
    await deliver(help, caller, responseUrl, context)
  }
}

function acknowledgement(answered: Answered): RespondArguments {
  if (answered.kind === 'stored') return { response_type: 'in_channel' }
  const { text, blocks } = answered.message
  const response_type = answered.audience === 'channel' ? 'in_channel' : 'ephemeral'
  return { response_type, text, blocks: [...blocks] }
}
