import { html, type TemplateResult } from 'lit'
import { icon } from '../style/icons.ts'

/** A sentence above the drawing, with the ways to go on. */
export const notice = (
  sentence: string,
  ways: readonly (readonly [word: string, act: () => void])[] = [],
): TemplateResult =>
  html`<div class="notice amber" role="alert">
    <p>${icon('triangle-alert')} ${sentence}</p>
    ${ways.map(([word, act]) => html`<button class="button" @click=${act}>${word}</button>`)}
  </div>`
