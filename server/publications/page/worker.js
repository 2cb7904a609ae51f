/* global self, caches, fetch, Response */
// Keeps one page, of a programme (/ct/…) or of a delegate (/d/…), for when there is no network; nothing else of this
// site is touched.
const path = self.location.pathname.replace(/\/worker\.js$/, '')
const folder = path.replace(/\/[^/]*$/, '')
const store = 'programme-' + path
const parts = [path, path + '?lang=en', path + '?lang=vi', folder + '/page.css', folder + '/page.js']

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(store)
      .then((cache) => cache.addAll(parts))
      .then(() => self.skipWaiting()),
  )
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const key = url.pathname + url.search
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || parts.indexOf(key) < 0) return
  event.respondWith(fromNetwork(event.request, key))
})

// The network first: a release is never hidden by what was kept. A page that was closed is kept no longer.
const fromNetwork = (request, key) =>
  fetch(request).then(
    (answer) => {
      if (answer.status === 404 || answer.status === 410) caches.delete(store)
      else if (answer.ok) {
        const copy = answer.clone()
        caches.open(store).then((cache) => cache.put(key, copy))
      }
      return answer
    },
    () => caches.open(store).then((cache) => cache.match(key).then((answer) => answer && marked(answer, key))),
  )

const marked = (answer, key) =>
  key.indexOf(path) !== 0
    ? answer
    : answer.text().then(
        (text) =>
          new Response(text.replace('data-cached="no"', 'data-cached="yes"'), {
            headers: { 'content-type': 'text/html; charset=utf-8' },
          }),
      )
