import type { Core } from '../core.ts'
import { blocksOf, idOf, type Shown } from '../delivery/shown.ts'
import { formState, type FormState, type SuggestedFor } from '../elements/form-state.ts'
import type { FormValues } from '../http/page-contract.ts'
import type { User } from '../state/model.ts'

/** What the inputs hold that a user sees, as payloads show it. */
export function stateOf(core: Core, user: User, shown: Shown, form: FormValues): FormState {
  return formState(blocksOf(shown), form, suggestedIn(core, user, idOf(shown)))
}

/** The options that the app has suggested to a user in one message or view. */
export function suggestedIn(core: Core, user: User, shownId: string): SuggestedFor {
  return ({ blockId, actionId }) =>
    core.suggestions.of({ userId: user.id, shownId, blockId, actionId })
}
