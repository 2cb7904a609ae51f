import { expect, test } from 'vitest'
import { opensOnlyHere } from '../../web/accounts/loopback.ts'

test.each(['127.0.0.1', '127.0.1.1', 'localhost', 'tientoi.localhost', '[::1]', '0.0.0.0'])(
  'a link at %s opens only on this computer',
  (host) => {
    expect(opensOnlyHere(`http://${host}:3000/link/x`)).toBe(true)
  },
)

test.each(['192.168.1.20', '10.127.0.1', 'tientoi.namdinh.gov.vn', 'localhost.vn', '[fd00::1]'])(
  'a link at %s opens elsewhere too',
  (host) => {
    expect(opensOnlyHere(`http://${host}:3000/link/x`)).toBe(false)
  },
)
