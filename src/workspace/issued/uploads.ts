import type { StoredFile } from '../state/model.ts'

/** A file that was announced: what it is called, and how many bytes will come. */
export type Announced = Pick<StoredFile, 'id' | 'name' | 'altText'> & { readonly bytes: number }

/** A file between `files.getUploadURLExternal` and `files.completeUploadExternal`. */
export type Uploads = {
  announce(file: Omit<Announced, 'id'>): Announced
  /** Takes the content; false when nothing of this id was announced. */
  receive(id: string, content: Buffer): boolean
  /** Whether the content of a file has come. */
  isReady(id: string): boolean
  /** Takes a file out, if its content has come. */
  take(id: string): (Announced & { readonly content: Buffer }) | undefined
}

export function createUploads(newId: () => string): Uploads {
  const announced = new Map<string, Announced & { content?: Buffer }>()
  return {
    announce(file) {
      const id = `F${newId().replaceAll('-', '').slice(0, 10).toUpperCase()}`
      announced.set(id, { ...file, id })
      return { ...file, id }
    },
    receive(id, content) {
      const file = announced.get(id)
      if (file === undefined) return false
      announced.set(id, { ...file, content })
      return true
    },
    isReady: (id) => announced.get(id)?.content !== undefined,
    take(id) {
      const file = announced.get(id)
      if (file?.content === undefined) return undefined
      announced.delete(id)
      return { ...file, content: file.content }
    },
  }
}
