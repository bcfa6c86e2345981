import { applyReply } from './apply-reply.ts'
import { builtInCommands } from './built-in-commands.ts'
import type { Core } from './core.ts'
import { escapeText } from './delivery/escape.ts'
import { isSubscribed } from './delivery/events.ts'
import { readAcknowledgement } from './delivery/reply.ts'
import { commandFields } from './delivery/slash-command.ts'
import { post, tellPrivately } from './post.ts'
import { isMember } from './state/lookup.ts'
import type { Channel, Message, User } from './state/model.ts'
import { wordsFor } from './words/words.ts'

/** What a user sends from the composer of a channel, or of a thread in it. */
export type TypedLine = {
  readonly user: User
  readonly channel: Channel
  readonly text: string
  readonly threadTs?: string | undefined
  /** Marks every change that comes of this line. */
  readonly cause: string
}

type Command = { readonly word: string; readonly rest: string }

/**
 * Does what Slack does with a typed line: posts a message, delivers a slash command and waits for
 * its acknowledgement, or has Slackbot explain why not. Gives the message, where it is one.
 */
export async function typeLine(core: Core, line: TypedLine): Promise<Message | undefined> {
  const command = splitCommand(line.text)
  const words = wordsFor(line.user.locale)
  const builtIn = builtInCommands.get(command?.word ?? '')
  if (line.channel.isArchived) tellPrivately(core, line, words.archived)
  else if (command === undefined) return say(core, line)
  else if (builtIn !== undefined) builtIn(core, line, command.rest)
  else if (!hasCommand(core, command.word)) tellPrivately(core, line, words.noCommand(command.word))
  else if (line.threadTs !== undefined) tellPrivately(core, line, words.notInThreads(command.word))
  else await deliverCommand(core, line, command)
  return undefined
}

async function deliverCommand(core: Core, line: TypedLine, { word, rest }: Command) {
  const { user, channel, cause } = line
  const url = core.responseUrls.issue({
    channelId: channel.id,
    userId: user.id,
    source: { kind: 'command' },
    cause,
  })
  const payload = commandFields(core.live.current(), {
    user,
    channel,
    command: word,
    text: rest,
    triggerId: core.triggers.issue({ userId: user.id }),
    responseUrl: url.address,
    verificationToken: core.verificationToken,
  })
  const delivery = await core.send({ kind: 'command', name: word, payload })
  if (delivery.kind === 'failed') return tellFailure(core, line, word, delivery.error)
  const reply = readAcknowledgement(delivery.contentType, delivery.body)
  if (!reply.ok) {
    const details = reply.problems.flatMap((problem) => [problem.error, ...problem.details])
    return tellFailure(core, line, word, 'invalid_command_response', details)
  }
  if (reply.value.responseType === 'in_channel') postLine(core, line)
  applyReply(core, url, reply.value)
}

function tellFailure(
  core: Core,
  line: TypedLine,
  word: string,
  error: string,
  details: readonly string[] = [],
): void {
  const text = [wordsFor(line.user.locale).commandFailed(word, error), ...details].join('\n')
  tellPrivately(core, line, escapeText(core.live.current(), text, 'ids-only'))
}

function say(core: Core, line: TypedLine): Message {
  const message = postLine(core, line)
  const { botUserId } = core.live.current().app
  const isMention = message.text.includes(`<@${botUserId}>`)
  if (
    isMention &&
    !isMember(line.channel, botUserId) &&
    isSubscribed(core.manifest, 'app_mention')
  ) {
    tellPrivately(core, line, wordsFor(line.user.locale).notAMember(botUserId))
  }
  return message
}

function postLine(core: Core, { user, channel, text, threadTs, cause }: TypedLine): Message {
  const body = { text: escapeText(core.live.current(), text, 'ids-only'), blocks: [] }
  return post(core, { ...body, channelId: channel.id, userId: user.id, threadTs }, cause)
}

function splitCommand(text: string): Command | undefined {
  const match = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text.trimEnd())
  const word = match?.[1]
  return word === undefined ? undefined : { word, rest: match?.[2] ?? '' }
}

function hasCommand(core: Core, word: string): boolean {
  const isOffered = core.manifest.commands.some(({ command }) => command === word)
  return isOffered && core.tokens.isInstalled()
}
