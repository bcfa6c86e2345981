/** Either a value or everything that was wrong. For what a user can cause; bugs are thrown. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly P[] }

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function failure<P>(problems: readonly P[]): {
  readonly ok: false
  readonly problems: readonly P[]
} {
  return { ok: false, problems }
}
