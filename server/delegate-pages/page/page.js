/* global document, window, location, navigator */
// Keeps the page for when there is no network, and says whether that can be. Plain script for old telephones; without it
// everything can be read and sent all the same.
const root = document.documentElement
const code = root.getAttribute('data-code')
const find = (id) => document.getElementById(id)

if (root.getAttribute('data-cached') === 'yes') find('cached').hidden = false
if (code && find('offline')) {
  const note = find('offline')
  if (!window.isSecureContext || !('serviceWorker' in navigator)) note.textContent = note.getAttribute('data-insecure')
  else {
    const path = location.pathname.replace(/\/+$/, '')
    navigator.serviceWorker
      .register(path + '/worker.js', { scope: path })
      .then(() => (note.textContent = note.getAttribute('data-offline')))
      .catch(() => (note.textContent = note.getAttribute('data-insecure')))
  }
}
