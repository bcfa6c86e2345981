import type { Locator, Page } from 'playwright-core'

/** Somebody at the page of the local workspace: what they do, and where what they see stands. */
export interface Visitor {
  readonly page: Page
  readonly thread: Locator
  /** Writes a line into the channel. */
  readonly say: (line: string) => Promise<void>
  /** Writes a line into the open thread. */
  readonly reply: (line: string) => Promise<void>
  /** The newest message with these words, in the channel or in another place; it may be yet to come. */
  readonly message: (words: string | RegExp, place?: Locator) => Locator
  /** The form with this title, open or yet to open. */
  readonly form: (title: string) => Locator
  /** Opens the thread of a message. */
  readonly openThread: (message: Locator) => Promise<void>
  readonly openChannel: (name: string) => Promise<void>
  readonly openHome: () => Promise<void>
  readonly become: (realName: string) => Promise<void>
}

/** Gives hands and eyes at a page that is open. */
export function visitorAt(page: Page): Visitor {
  const channel = page.getByRole('main').getByRole('log')
  const thread = page.getByRole('complementary', { name: /^(?:Thread|Fil)$/ })
  return {
    page,
    thread,
    say: (line) => send(page.locator('#line'), line),
    reply: (line) => send(page.locator('#reply'), line),
    message: (words, place = channel) =>
      place.locator('li.message').filter({ hasText: words }).last(),
    form: (title) => page.getByRole('dialog', { name: title }),
    async openThread(message) {
      await message.hover()
      await message
        .getByRole('button', { name: /^(?:Reply in thread|Répondre dans un fil)$/ })
        .click()
      await thread.waitFor()
    },
    openChannel: (name) => page.getByRole('link', { name }).click(),
    openHome: () => page.getByRole('link', { name: /eksip Home|Accueil d’eksip/ }).click(),
    async become(realName) {
      await page.getByLabel(/^(?:You are|Vous êtes)/).selectOption(realName)
    },
  }
}

async function send(box: Locator, line: string): Promise<void> {
  await box.fill(line)
  await box.press('Enter')
}
