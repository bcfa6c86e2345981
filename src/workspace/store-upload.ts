import type { Core } from './core.ts'
import { mimeTypeOf } from './state/file-type.ts'
import { keepFile } from './state/files.ts'
import type { StoredFile } from './state/model.ts'

/** Makes a file of an upload whose content has come. An empty title is the file's name. */
export function storeUpload(core: Core, id: string, userId: string, title = ''): StoredFile {
  const taken = core.uploads.take(id)
  if (taken === undefined) throw new Error(`the content of ${id} has not come`)
  const { name, altText, content } = taken
  const file = {
    id,
    name,
    title: title || name,
    altText,
    mimeType: mimeTypeOf(name),
    contentBase64: content.toString('base64'),
    userId,
    createdSeconds: Math.floor(core.nowMs() / 1000),
  }
  core.live.apply((state) => keepFile(state, file))
  return file
}

/** Keeps a file that somebody has chosen in a form. */
export function uploadFile(core: Core, userId: string, name: string, content: Buffer): StoredFile {
  const { id } = core.uploads.announce({ name, bytes: content.length, altText: '' })
  core.uploads.receive(id, content)
  return storeUpload(core, id, userId)
}
