import { z } from 'zod'

/** What is used of a slash command's form. */
export const SlashCommand = z.object({
  team_id: z.string().min(1),
  channel_id: z.string().min(1),
  user_id: z.string().min(1),
  user_name: z.string().default(''),
  trigger_id: z.string().min(1),
  text: z.string().default(''),
})

/** What is used of a click on a button of ours. */
export const ButtonClick = z.object({
  team: z.object({ id: z.string().min(1) }),
  channel: z.object({ id: z.string().min(1) }),
  user: z.object({ id: z.string().min(1), name: z.string().optional() }),
  trigger_id: z.string().min(1),
  actions: z.tuple([z.object({ value: z.string() })]),
})
