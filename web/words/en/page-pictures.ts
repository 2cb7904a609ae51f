import type { Words } from '../vi.ts'

export const pagePictures: Words['pagePictures'] = {
  bar: 'Turn pages, zoom',
  previous: 'Previous page',
  next: 'Next page',
  page: 'Page number',
  of: (count) => `/ ${count}`,
  pageOf: (page, count) => `Page ${page} / ${count}`,
  smaller: 'Smaller',
  larger: 'Larger',
  alt: (heading, page, count) => `${heading}, page ${page} of ${count}`,
  keys: 'Arrow left, right: turn the page. Keys +, −, 0: larger, smaller, fitted to the frame.',
  failed: 'This page cannot be shown yet.',
}
