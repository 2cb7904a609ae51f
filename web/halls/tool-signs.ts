import { svg, html, type TemplateResult } from 'lit'

/** Drawn here and not among the icons that travel with the first page. */
const paths = {
  left: 'M4 3v18M8 7h12v3H8zM8 14h7v3H8z',
  centre: 'M12 3v18M5 7h14v3H5zM8 14h8v3H8z',
  right: 'M20 3v18M4 7h12v3H4zM9 14h7v3H9z',
  top: 'M3 4h18M7 8v12h3V8zM14 8v7h3V8z',
  middle: 'M3 12h18M7 5v14h3V5zM14 8v8h3V8z',
  bottom: 'M3 20h18M7 4v12h3V4zM14 9v7h3V9z',
  'spread-x': 'M4 4v16M20 4v16M10 8h4v8h-4z',
  'spread-y': 'M4 4h16M4 20h16M8 10h8v4H8z',
  'turn-left': 'M4 4v6h6M5 10a8 8 0 1 1 1 7',
  'turn-right': 'M20 4v6h-6M19 10a8 8 0 1 0-1 7',
  mirror: 'M12 3v18M9 7 4 17h5zM15 7l5 10h-5z',
} as const
export type ToolSign = keyof typeof paths

export const toolSign = (sign: ToolSign): TemplateResult =>
  html`<svg
    class="icon"
    aria-hidden="true"
    width="18"
    height="18"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${svg`<path d=${paths[sign]} />`}
  </svg>`
