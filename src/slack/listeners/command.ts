import type { RespondArguments } from '@slack/bolt'
import { ask, toAsker, type Answered } from '../ask.ts'
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
  const { underWay, courier, files, words } = context
  // Whatever its name: a workspace may rename the command, and Slack sends only ours here.
  app.command(/^\//, ({ command: form, ack, context: bolt }) =>
    underWay.run(async () => {
      const read = SlashCommand.safeParse(form)
      if (!read.success) return ack(acknowledgement(toAsker(words.reply.unreadable)))
      const { team_id, channel_id, channel_name, user_id, user_name } = read.data
      const question = {
        text: typedText(read.data.text),
        key: read.data.trigger_id,
        responseUrl: read.data.response_url,
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
      if (question.text.trim() === '') {
        await ack()
        const { caller, responseUrl } = question
        const opened = { caller, trigger: question.key }
        try {
          return await openForm('ask', metadataFor(caller, responseUrl), opened, context)
        } catch (error) {
          context.logger.warn({ err: error }, 'a form could not be opened')
          const help = await ask({ ...question, text: 'help' }, context)
          return deliver(help, caller, responseUrl, context)
        }
      }
      const answered = await ask(question, context)
      await ack(acknowledgement(answered))
      if (answered.kind === 'stored') courier.deliver(answered.id, answered.reply)
      if (answered.kind === 'file') files.send(answered, question.caller, question.responseUrl)
    }),
  )
}

function acknowledgement(answered: Answered): RespondArguments {
  if (answered.kind === 'stored') return { response_type: 'in_channel' }
  const { text, blocks } = answered.message
  const response_type = answered.audience === 'channel' ? 'in_channel' : 'ephemeral'
  return { response_type, text, blocks: [...blocks] }
}
