import type { JsonObject } from '../json.ts'

/** Why an event comes again: the number of the attempt, from 1, and what was wrong with the last. */
export type Retry = { readonly num: number; readonly reason: string }

/** Something that the bot is told. `name` is what people call it: `/eksip`, `view_submission`. */
export type BotRequest = { readonly name: string } & (
  | { readonly kind: 'command'; readonly payload: Readonly<Record<string, string>> }
  | { readonly kind: 'interactive'; readonly payload: JsonObject }
  | { readonly kind: 'event'; readonly payload: JsonObject; readonly retry?: Retry }
)

/** Slack's own names for what can go wrong on the way to an app. */
export type DeliveryError =
  | 'operation_timeout'
  | 'dispatch_failed'
  | 'http_client_error'
  | 'http_service_error'

/** The bot's acknowledgement, or why there is none. */
export type Delivery =
  | { readonly kind: 'acknowledged'; readonly contentType: string; readonly body: string }
  | {
      readonly kind: 'failed'
      readonly error: DeliveryError
      /** The bot asked not to be told again. */
      readonly isFinal?: boolean
    }

/** A way to the bot: one attempt, answered within the time that Slack gives. */
export type Door = (request: BotRequest) => Promise<Delivery>
