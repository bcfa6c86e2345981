/** Something was named that is not in this workspace, or not for this user: an unknown channel, an element that nobody shows. */
export class NotHere extends Error {
  override readonly name = 'NotHere'
}
