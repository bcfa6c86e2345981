import { z } from 'zod'
import { ButtonClick } from '../requests.ts'

const id = z.string().min(1)
const team = z.object({ id })
const user = z.object({ id, name: z.string().optional() })

/** What every element of a form holds, by block and action; one of these, by its kind. */
const Held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_conversation: z.string().nullish(),
})
export type Held = z.infer<typeof Held>

const View = z.object({
  id,
  hash: z.string().optional(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), Held)) }),
})

/** What is used of a form that was sent. */
export const Submission = z.object({
  team,
  user,
  view: View,
  response_urls: z.array(z.object({ channel_id: id, response_url: z.string() })).default([]),
})
export type Submission = z.infer<typeof Submission>

/** What is used of a click inside a form or a Home. */
export const ViewClick = z.object({
  team,
  user,
  trigger_id: id,
  view: View,
  actions: z.tuple([
    z.object({
      action_id: id,
      value: z.string().optional(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  ]),
})
export type ViewClick = z.infer<typeof ViewClick>

/** What is used of a choice in the menu under a message. */
export const MenuClick = ButtonClick.extend({
  actions: z.tuple([z.object({ selected_option: z.object({ value: z.string() }) })]),
})

/** What is used of a question for the options of a menu. */
export const Suggestion = z.object({
  team,
  user,
  value: z.string().default(''),
  view: z.object({ private_metadata: z.string().default('') }).optional(),
})

/** What is used of a shortcut on a message. */
export const MessageShortcut = z.object({
  team,
  user,
  trigger_id: id,
  channel: z.object({ id, name: z.string().default('') }),
  message: z.object({ ts: id, thread_ts: z.string().optional() }),
  response_url: z.string().nullable().default(null),
})

/** What is used of a global shortcut. */
export const GlobalShortcut = z.object({ team, user, trigger_id: id })

/** What is used of the event that somebody has opened the bot's Home. */
export const HomeOpened = z.object({
  team_id: id,
  event: z.object({ user: id, channel: z.string().default(''), tab: z.string().default('home') }),
})
