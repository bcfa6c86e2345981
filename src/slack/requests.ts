import { z } from 'zod'

const id = z.string().min(1)

/** What is used of a slash command's form. */
export const SlashCommand = z.object({
  team_id: id,
  channel_id: id,
  channel_name: z.string().default(''),
  user_id: id,
  user_name: z.string().default(''),
  trigger_id: id,
  text: z.string().default(''),
  response_url: z.string().nullable().default(null),
})

/** What is used of a click on an element of one of our messages. */
export const ButtonClick = z.object({
  team: z.object({ id }),
  channel: z.object({ id, name: z.string().default('') }),
  user: z.object({ id, name: z.string().optional() }),
  container: z.object({ thread_ts: z.string().optional() }).default({}),
  trigger_id: id,
  response_url: z.string().nullable().default(null),
  actions: z.tuple([z.object({ value: z.string() })]),
})

/** What is used of the event that somebody has written to the bot, by a mention or directly. */
export const WrittenLine = z.object({
  team_id: id,
  event_id: id,
  event: z.object({
    channel: id,
    user: id,
    text: z.string().default(''),
    ts: id,
    thread_ts: z.string().optional(),
    bot_id: z.string().optional(),
  }),
})
export type WrittenLine = z.infer<typeof WrittenLine>

/** The same for a person's plain message in a direct message, and for nothing else that happens there. */
export const DirectMessage = WrittenLine.extend({
  event: WrittenLine.shape.event.extend({
    channel_type: z.literal('im'),
    // An edit, a deletion, a file, somebody joining.
    subtype: z.undefined().optional(),
    bot_id: z.undefined().optional(),
  }),
})

/** What is used of the event that somebody has posted links to the bot's address. */
export const LinkShared = z.object({
  team_id: id,
  event_id: id,
  /** True where people of another company read along, or where nothing is said of that. */
  is_ext_shared_channel: z.boolean().default(true),
  event: z.object({
    channel: id,
    user: id,
    message_ts: id,
    thread_ts: z.string().optional(),
    links: z.array(z.object({ url: z.string() })),
    // The same comes before, while somebody is still writing: then nobody knows who will read it.
    source: z.literal('conversations_history').default('conversations_history'),
  }),
})
export type LinkShared = z.infer<typeof LinkShared>

/** What is used of the events that a workspace has removed the bot, or its tokens. */
export const Removal = z.object({
  team_id: id,
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().optional(),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({
      type: z.literal('tokens_revoked'),
      tokens: z.object({ bot: z.array(z.string()).default([]) }).default({ bot: [] }),
    }),
  ]),
})
