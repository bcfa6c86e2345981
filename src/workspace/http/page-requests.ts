import type { RichTextBlock } from '@slack/types'
import { z } from 'zod'

import { check } from '../block-kit/check.ts'
import { typed } from '../block-kit/rule.ts'
import type { ElementValue, FormValues, PageRequests, Place } from './page-contract.ts'

const richText = z.custom<RichTextBlock>(
  (written) => check(typed('block', 'rich_text'), written, '').length === 0,
  'must be a rich_text block',
)
const value: z.ZodType<ElementValue> = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  richText,
  z.null(),
])
const form: z.ZodType<FormValues> = z.record(z.string(), z.record(z.string(), value))
const message = z.object({ channel: z.string(), ts: z.string() })
const place: z.ZodType<Place> = z.discriminatedUnion('kind', [
  message.extend({ kind: z.literal('message') }),
  z.object({ kind: z.literal('view'), viewId: z.string() }),
])
const user = z.string()
const element = { user, place, blockId: z.string(), actionId: z.string() }

/** What the page may send, checked as it comes in. */
export const pageRequests: {
  readonly [Name in keyof PageRequests]: z.ZodType<PageRequests[Name]>
} = {
  type: z.object({
    user,
    channel: z.string(),
    text: z.string().min(1),
    threadTs: z.string().optional(),
  }),
  click: z.object({ ...element, value: value.optional(), form: form.optional() }),
  suggest: z.object({ ...element, query: z.string() }),
  submit: z.object({ user, viewId: z.string(), form }),
  close: z.object({
    user,
    viewId: z.string(),
    all: z.boolean().optional(),
    form: form.optional(),
  }),
  shortcut: z.object({ user, callbackId: z.string(), message: message.optional() }),
  home: z.object({ user }),
  language: z.object({ user, locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/) }),
}
