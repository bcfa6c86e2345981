/** Why a figure is what it is: a stable code and the numbers to explain it. Words are added elsewhere. */
export type Reason =
  | { readonly code: 'pods-not-stated' }
  | {
      readonly code: 'spare-eni'
      readonly pods: number
      readonly enis: number
      readonly free: number
    }
